/**
 * The pace of the prompter, in words, pixels and seconds. The script is a column of lines; how many words a
 * line holds and where it stands is measured by the window. Pixels never leave this file's callers, words do:
 * a place in the script is a number of words, so it means the same at every font size and width.
 */

/** One line of spoken text: its top and bottom in pixels down the script, and the words it holds. */
export type TextLine = { readonly top: number; readonly bottom: number; readonly words: number }

/** A measured line with the words spoken before it. */
export type TrackLine = TextLine & { readonly before: number }

/** All spoken lines of a script, from top to bottom, and how many words they hold together. */
export type Track = { readonly lines: readonly TrackLine[]; readonly words: number }

export const EMPTY_TRACK: Track = { lines: [], words: 0 }

/** The slowest and the fastest pace, and one step between them, in words per minute. */
export const PACE = { slowest: 40, fastest: 400, step: 5 } as const

/** A pace within its limits, as whole words per minute. */
export function withinPace(wordsPerMinute: number): number {
  return Math.min(PACE.fastest, Math.max(PACE.slowest, Math.round(wordsPerMinute)))
}

/** Shares of a paragraph's words add up to the paragraph again only if rounding errors do not. */
const whole = (words: number) => Math.round(words * 1e9) / 1e9

/** The track of measured lines. Lines without words are left out; lines must not overlap. */
export function trackOf(lines: readonly TextLine[]): Track {
  let words = 0
  const spoken: TrackLine[] = []
  for (const line of lines) {
    if (line.words <= 0) continue
    spoken.push({ ...line, before: whole(words) })
    words += line.words
  }
  return { lines: spoken, words: whole(words) }
}

/** The index of the last line for which `starts` is not above `limit`, found by halving; the first one if none is. */
function lastLine(track: Track, limit: number, starts: (line: TrackLine) => number): number {
  let low = 0
  let high = track.lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const line = track.lines[middle]
    if (line !== undefined && starts(line) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the script begins and ends, in pixels: the top of its first line and the bottom of its last one. */
export function extent(track: Track): { readonly start: number; readonly end: number } {
  return { start: track.lines[0]?.top ?? 0, end: track.lines.at(-1)?.bottom ?? 0 }
}

/** How many words have been spoken when `y` is at the reading line. Never falls as `y` grows. */
export function wordAt(track: Track, y: number): number {
  const line = track.lines[lastLine(track, y, (each) => each.top)]
  if (line === undefined) return 0
  const share = (y - line.top) / (line.bottom - line.top)
  return line.before + line.words * Math.min(1, Math.max(0, share))
}

/** Where to be once `word` words have been spoken: the inverse of `wordAt`. A gap is passed to its far side. */
export function yOf(track: Track, word: number): number {
  const line = track.lines[lastLine(track, word, (each) => each.before)]
  if (line === undefined) return 0
  const share = Math.min(1, Math.max(0, (word - line.before) / line.words))
  return line.top + (line.bottom - line.top) * share
}

/**
 * A place that a new layout does not move: the words spoken, and how much of the space above the line that
 * follows is behind (1: all of it). Without the second, a place between two paragraphs would jump to the next.
 */
export type Anchor = { readonly word: number; readonly gap: number }

/** The place at `y` as an anchor. */
export function anchorAt(track: Track, y: number): Anchor {
  const index = lastLine(track, y, (each) => each.top)
  const line = track.lines[index]
  const next = track.lines[index + 1]
  if (line === undefined || next === undefined || y <= line.bottom || next.top <= line.bottom)
    return { word: wordAt(track, y), gap: 1 }
  return { word: next.before, gap: Math.min(1, (y - line.bottom) / (next.top - line.bottom)) }
}

/** Where an anchor is: the inverse of `anchorAt`. */
export function yAt(track: Track, { word, gap }: Anchor): number {
  const index = lastLine(track, word, (each) => each.before)
  const line = track.lines[index]
  const before = track.lines[index - 1]
  if (gap >= 1 || line === undefined || before === undefined) return yOf(track, word)
  return before.bottom + gap * (line.top - before.bottom)
}

/** How long the words left after `word` take, in seconds. */
export function secondsLeft(track: Track, word: number, wordsPerMinute: number): number {
  return (Math.max(0, track.words - word) * 60) / wordsPerMinute
}

/** A journey from one place in the script to its end. */
export type Run = { readonly from: number; readonly to: number; readonly seconds: number }

/**
 * The steady journey from `y` to the end: as long as the words left take at this pace, at one speed
 * throughout. Gaps between paragraphs are part of it, so they are the breaths in which nothing is read.
 */
export function runFrom(track: Track, y: number, wordsPerMinute: number): Run {
  const { start, end } = extent(track)
  const from = Math.min(end, Math.max(start, y))
  return { from, to: end, seconds: secondsLeft(track, wordAt(track, from), wordsPerMinute) }
}

/** The speed of a run, in pixels a second. */
export function speedOf(run: Run): number {
  return run.seconds === 0 ? 0 : (run.to - run.from) / run.seconds
}

/** Where a run is after so many seconds. */
export function placeAfter(run: Run, seconds: number): number {
  if (seconds >= run.seconds) return run.to
  return run.from + (run.to - run.from) * (Math.max(0, seconds) / run.seconds)
}

/** One jump of a script that moves line by line: after `seconds`, to `y`. */
export type Step = { readonly seconds: number; readonly y: number }

/**
 * The same journey in jumps of a line, for people who asked for less motion: each line comes to the reading
 * line when the words before it have had their time. The first step is where the journey begins, the last its end.
 */
export function stepsFrom(track: Track, y: number, wordsPerMinute: number): readonly Step[] {
  const word = wordAt(track, y)
  const ahead = track.lines.filter((line) => line.before > word)
  const at = (words: number) => ((words - word) * 60) / wordsPerMinute
  return [
    { seconds: 0, y: runFrom(track, y, wordsPerMinute).from },
    ...ahead.map((line) => ({ seconds: at(line.before), y: line.top })),
    { seconds: at(track.words), y: extent(track).end },
  ]
}

/** Where a journey in steps is after so many seconds. */
export function stepAfter(steps: readonly Step[], seconds: number): number {
  return steps.findLast((step) => step.seconds <= seconds)?.y ?? steps[0]?.y ?? 0
}
