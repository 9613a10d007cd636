import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  covers,
  layBlocks,
  NOTHING_LAID,
  rangeAround,
  type Block,
  type MeasuredBlock,
} from '../../../shared/script/blocks'
import { anchorAt, wordAt, yAt, yOf } from '../../../shared/script/pace'

const VIEW = 600

/** A cue of so many lines of eight words, 80 px each, with a space of 40 px below it. */
function cue(lines: number): { readonly words: number; readonly measured: MeasuredBlock } {
  const row = Array.from({ length: lines }, (_, index) => ({
    top: index * 80,
    bottom: index * 80 + 80,
    words: 8,
  }))
  return { words: lines * 8, measured: { height: lines * 80 + 40, lines: row } }
}

const lengths = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

/** The same blocks, as if only those from one index to another had been measured. */
const seenOnly = (blocks: readonly Block[], from: number, to: number): readonly Block[] =>
  blocks.map((block, index) => (from <= index && index < to ? block : { ...block, measured: null }))

describe('a script of which a part is measured', () => {
  it('has the words of all of it', () => {
    fc.assert(
      fc.property(lengths, (lines) => {
        const blocks = lines.map(cue)
        const words = lines.reduce((sum, count) => sum + count * 8, 0)
        expect(layBlocks(blocks).track.words).toBe(words)
        expect(layBlocks(seenOnly(blocks, 0, 1)).track.words).toBe(words)
      }),
    )
  })

  it('gives a word the same place in its cue, whatever else is measured', () => {
    fc.assert(
      fc.property(lengths, share, (lines, part) => {
        const blocks = lines.map(cue)
        const all = layBlocks(blocks)
        const word = all.track.words * part
        const index = Math.max(
          0,
          all.tops.findLastIndex((top) => top <= yOf(all.track, word)),
        )
        const some = layBlocks(seenOnly(blocks, index, index + 1))
        const below = (laid: typeof all) => yOf(laid.track, word) - (laid.tops[index] ?? 0)
        expect(below(some)).toBeCloseTo(below(all), 6)
      }),
    )
  })

  it('takes what it has not measured to be like what it has', () => {
    const blocks = Array.from({ length: 50 }, () => cue(20))
    const guessed = layBlocks(seenOnly(blocks, 0, 2))
    expect(guessed.tops.at(-1)).toBeCloseTo(layBlocks(blocks).tops.at(-1) ?? 0, 3)
    expect(layBlocks(seenOnly(blocks, 0, 0)).tops.at(-1)).toBeGreaterThan(0)
  })

  it('lays out all of a short script, and of a long one what is near', () => {
    const short = layBlocks(Array.from({ length: 10 }, () => cue(20)))
    expect(rangeAround(short, 3000, VIEW)).toEqual({ from: 0, to: 10 })
    const long = layBlocks(Array.from({ length: 400 }, () => cue(20)))
    const range = rangeAround(long, 300_000, VIEW)
    expect(range.to - range.from).toBeLessThan(8)
    expect(covers(long, range, 300_000, VIEW)).toBe(true)
    expect(covers(long, range, 300_000 + 2 * VIEW, VIEW)).toBe(true)
    expect(covers(long, range, 300_000 + 8 * VIEW, VIEW)).toBe(false)
    expect(covers(long, range, 300_000 - 6 * VIEW, VIEW)).toBe(false)
  })

  it('covers its own surroundings everywhere, so that laying out comes to an end', () => {
    fc.assert(
      fc.property(lengths, share, (lines, part) => {
        const laid = layBlocks([...lines, ...Array.from({ length: 200 }, () => 10)].map(cue))
        const y = (laid.tops.at(-1) ?? 0) * part
        expect(covers(laid, rangeAround(laid, y, VIEW), y, VIEW)).toBe(true)
      }),
    )
  })

  it('is nothing at first', () => {
    expect(rangeAround(NOTHING_LAID, 0, VIEW)).toEqual({ from: 0, to: 0 })
  })
})

describe('an anchor', () => {
  it('leads back to the same place, between paragraphs too', () => {
    fc.assert(
      fc.property(lengths, share, (lines, part) => {
        const { track, tops } = layBlocks(lines.map(cue))
        if (track.words === 0) return
        const last = track.lines.at(-1)?.bottom ?? 0
        const first = track.lines[0]?.top ?? 0
        const y = Math.min(last, Math.max(first, (tops.at(-1) ?? 0) * part))
        expect(yAt(track, anchorAt(track, y))).toBeCloseTo(y, 6)
      }),
    )
  })

  it('is at the same word once the text is twice as large', () => {
    fc.assert(
      fc.property(lengths, share, (lines, part) => {
        const blocks = lines.map(cue)
        const { track } = layBlocks(blocks)
        const large = layBlocks(
          blocks.map(({ words, measured }) => ({
            words,
            measured: {
              height: measured.height * 2,
              lines: measured.lines.map((line) => ({ ...line, top: line.top * 2, bottom: line.bottom * 2 })),
            },
          })),
        )
        const y = yOf(track, track.words * part)
        expect(wordAt(large.track, yAt(large.track, anchorAt(track, y)))).toBeCloseTo(wordAt(track, y), 6)
      }),
    )
  })
})
