import { EMPTY_TRACK, type TextLine, type Track, type TrackLine } from './pace'

/**
 * A long script is measured only where it is looked at. It is a column of blocks (its cues), of which those near
 * the reading line are laid out by the window; the others have a height that is worked out from those.
 */

/** A block as the window measured it: its height, and its lines from the block's own top. */
export type MeasuredBlock = { readonly height: number; readonly lines: readonly TextLine[] }

/** A block with its words, and what was measured of it, if anything was. */
export type Block = { readonly words: number; readonly measured: MeasuredBlock | null }

/** All blocks below each other: the track, and the top of each block, with the end of the last one. */
export type Laid = { readonly track: Track; readonly tops: readonly number[] }

export const NOTHING_LAID: Laid = { track: EMPTY_TRACK, tops: [0] }

/** Some blocks in a row: from `from` to before `to`. */
export type Range = { readonly from: number; readonly to: number }

/** What a word takes of the height before anything was measured, and a block without words, in pixels. */
const FIRST_GUESS = { word: 14, wordless: 50 }

/** Sums of measured shares are whole again but for rounding errors. */
const whole = (words: number) => Math.round(words * 1e9) / 1e9

function guesses(blocks: readonly Block[]): { readonly word: number; readonly wordless: number } {
  const known = blocks.flatMap(({ words, measured }) => (measured === null ? [] : [{ words, ...measured }]))
  const mean = (some: typeof known, per: (block: { words: number }) => number, guess: number) => {
    const count = some.reduce((sum, block) => sum + per(block), 0)
    return count === 0 ? guess : some.reduce((sum, block) => sum + block.height, 0) / count
  }
  const spoken = known.filter(({ words }) => words > 0)
  const wordless = known.filter(({ words }) => words === 0)
  return {
    word: mean(spoken, ({ words }) => words, FIRST_GUESS.word),
    wordless: mean(wordless, () => 1, FIRST_GUESS.wordless),
  }
}

function linesOf({ words, measured }: Block, height: number): readonly TextLine[] {
  if (measured !== null) return measured.lines
  return words === 0 ? [] : [{ top: 0, bottom: height, words }]
}

/** Lays the blocks below each other. One that was never measured counts as a single line of its words. */
export function layBlocks(blocks: readonly Block[]): Laid {
  const guess = guesses(blocks)
  const lines: TrackLine[] = []
  const tops = [0]
  let top = 0
  let words = 0
  for (const block of blocks) {
    const { measured } = block
    const height = measured?.height ?? (block.words > 0 ? block.words * guess.word : guess.wordless)
    let before = words
    for (const line of linesOf(block, height)) {
      if (line.words <= 0) continue
      lines.push({ ...line, top: top + line.top, bottom: top + line.bottom, before: whole(before) })
      before += line.words
    }
    top += height
    words += block.words
    tops.push(top)
  }
  return { track: { lines, words }, tops }
}

/** A script of at most so many words is laid out whole: that takes no time anybody would notice. */
const SHORT = 4_000

/** What is laid out around the reading line, and what of it must be there, in heights of the window. */
const AROUND = { before: 2, after: 6 }
const NEEDED = { before: 1, after: 2 }

function blocksBetween(tops: readonly number[], from: number, to: number): Range {
  const count = tops.length - 1
  const first = tops.findLastIndex((top) => top <= from)
  const end = tops.findIndex((top) => top >= to)
  return { from: Math.max(0, Math.min(first, count - 1)), to: end < 0 ? count : Math.max(1, end) }
}

/** The blocks to lay out while `y` is at the reading line of a window so high: all of them in a short script. */
export function rangeAround({ track, tops }: Laid, y: number, view: number): Range {
  if (track.words <= SHORT) return { from: 0, to: tops.length - 1 }
  return blocksBetween(tops, y - AROUND.before * view, y + AROUND.after * view)
}

/** Whether all that can soon be seen lies within the blocks laid out. */
export function covers({ track, tops }: Laid, range: Range, y: number, view: number): boolean {
  if (track.words <= SHORT) return range.from === 0 && range.to === tops.length - 1
  const needed = blocksBetween(tops, y - NEEDED.before * view, y + NEEDED.after * view)
  return range.from <= needed.from && needed.to <= range.to
}
