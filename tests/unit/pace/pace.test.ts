import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  extent,
  PACE,
  placeAfter,
  runFrom,
  secondsLeft,
  speedOf,
  stepAfter,
  stepsFrom,
  trackOf,
  withinPace,
  wordAt,
  yOf,
  type TextLine,
} from '../../../shared/script/pace'

const shape = fc.record({
  gap: fc.integer({ min: 0, max: 300 }),
  height: fc.integer({ min: 20, max: 200 }),
  words: fc.double({ min: 0.1, max: 12, noNaN: true }),
})
const column = fc.array(shape, { minLength: 1, maxLength: 60 }).map((shapes) => {
  let y = 0
  return shapes.map(({ gap, height, words }): TextLine => {
    const top = y + gap
    y = top + height
    return { top, bottom: y, words }
  })
})
const share = fc.double({ min: 0, max: 1, noNaN: true })
const early = fc.double({ min: 0, max: 0.9, noNaN: true })
const pace = fc.integer({ min: PACE.slowest, max: PACE.fastest })
const scaled = (lines: readonly TextLine[], by: number) =>
  lines.map((line) => ({ ...line, top: line.top * by, bottom: line.bottom * by }))

describe('places in the script', () => {
  it('finds the word again that it was sent to', () => {
    fc.assert(
      fc.property(column, share, (lines, part) => {
        const track = trackOf(lines)
        const word = track.words * part
        expect(wordAt(track, yOf(track, word))).toBeCloseTo(word, 6)
      }),
    )
  })

  it('never goes back in words as the script goes down', () => {
    fc.assert(
      fc.property(column, share, share, (lines, one, other) => {
        const track = trackOf(lines)
        const { end } = extent(track)
        const [above, below] = one < other ? [one, other] : [other, one]
        expect(wordAt(track, above * end)).toBeLessThanOrEqual(wordAt(track, below * end))
        expect(yOf(track, above * track.words)).toBeLessThanOrEqual(yOf(track, below * track.words))
      }),
    )
  })

  it('passes a gap to its far side, where the next word stands', () => {
    const track = trackOf([
      { top: 0, bottom: 50, words: 5 },
      { top: 150, bottom: 200, words: 5 },
    ])
    expect(yOf(track, 5)).toBe(150)
    expect(wordAt(track, 100)).toBe(5)
    expect(yOf(track, 99)).toBe(200)
  })

  it('comes to the first line of a paragraph, not to the last one before it, though words are shared out', () => {
    const third = { words: 7 / 3 }
    const track = trackOf([
      { top: 0, bottom: 50, ...third },
      { top: 50, bottom: 100, ...third },
      { top: 100, bottom: 150, ...third },
      { top: 300, bottom: 350, words: 5 },
    ])
    expect(yOf(track, 7)).toBe(300)
    expect(track.words).toBe(12)
  })

  it('keeps lines without words out, and copes with a script that has none', () => {
    const track = trackOf([{ top: 10, bottom: 20, words: 0 }])
    expect(track).toEqual({ lines: [], words: 0 })
    expect([wordAt(track, 15), yOf(track, 3), speedOf(runFrom(track, 5, 140))]).toEqual([0, 0, 0])
  })
})

describe('pace', () => {
  it('takes the time of the words left, whatever their size', () => {
    fc.assert(
      fc.property(
        column,
        early,
        pace,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (lines, part, wpm, by) => {
          const small = trackOf(lines)
          const large = trackOf(scaled(lines, by))
          const word = small.words * part
          const run = runFrom(small, yOf(small, word), wpm)
          const largeRun = runFrom(large, yOf(large, word), wpm)
          expect(run.seconds).toBeCloseTo(((small.words - word) * 60) / wpm, 6)
          expect(largeRun.seconds).toBeCloseTo(run.seconds, 6)
          expect(speedOf(largeRun) / (speedOf(run) * by)).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  it('moves by the same way in the same time from start to end', () => {
    fc.assert(
      fc.property(column, pace, fc.integer({ min: 2, max: 500 }), (lines, wpm, frames) => {
        const track = trackOf(lines)
        const run = runFrom(track, 0, wpm)
        const each = (run.to - run.from) / frames
        for (let frame = 0; frame < frames; frame += 1) {
          const at = (run.seconds / frames) * frame
          const advance = placeAfter(run, at + run.seconds / frames) - placeAfter(run, at)
          expect(advance).toBeCloseTo(each, 4)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is at the end when the time is over, and stays', () => {
    fc.assert(
      fc.property(column, share, pace, (lines, part, wpm) => {
        const track = trackOf(lines)
        const run = runFrom(track, extent(track).end * part, wpm)
        expect(placeAfter(run, run.seconds)).toBe(extent(track).end)
        expect(placeAfter(run, run.seconds + 1000)).toBe(extent(track).end)
        expect(secondsLeft(track, track.words, wpm)).toBe(0)
      }),
    )
  })

  it('keeps within its limits', () => {
    expect([withinPace(12), withinPace(139.6), withinPace(9999)]).toEqual([PACE.slowest, 140, PACE.fastest])
  })
})

describe('line by line', () => {
  it('shows each line from the moment its first word is due', () => {
    fc.assert(
      fc.property(column, share, pace, (lines, part, wpm) => {
        const track = trackOf(lines)
        const y = extent(track).end * part
        const word = wordAt(track, y)
        const steps = stepsFrom(track, y, wpm)
        for (const line of track.lines.filter((each) => each.before > word)) {
          const due = ((line.before - word) * 60) / wpm
          expect(stepAfter(steps, due + 1e-9)).toBeGreaterThanOrEqual(line.top)
        }
        expect(steps.every((step, index) => index === 0 || step.y >= (steps[index - 1]?.y ?? 0))).toBe(true)
        expect(stepAfter(steps, 1e9)).toBe(extent(track).end)
      }),
    )
  })
})
