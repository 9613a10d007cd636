import { extent, wordAt, yOf, type Track } from '../../shared/script/pace'
import { BRAKE, easingOf, onWay, secondsOf, type Aim, type Leg } from '../../shared/voice/glide'
import type { Whereabouts } from '../../shared/voice/pilot'

/** Headings and gaps between two lines are passed at a pace that is even over so many words. */
const EVEN = 12

/** A way that leads past the speaker by less than this share of a line is left as it is. */
const CLOSE = 0.5

/** A way that ends sooner than this is planned anew while the speaker goes on, in seconds. */
const SHORT = 0.7

/** Where a speaker is on the track, and their speed there in pixels a second. */
export function aimAt(track: Track, { words, wordsPerSecond, seconds, jumped }: Whereabouts): Aim {
  const at = Math.min(track.words, words)
  const y = yOf(track, at)
  const ahead = Math.min(track.words, at + EVEN)
  const pixelsPerWord = ahead > at ? (yOf(track, ahead) - y) / (ahead - at) : 0
  return { y, v: wordsPerSecond * pixelsPerWord, seconds, jumped }
}

/** How high a line is at a place, in pixels. */
export function lineHeight(track: Track, y: number): number {
  const word = wordAt(track, y)
  const line = track.lines.findLast(({ before }) => before <= word)
  return line === undefined ? 0 : line.bottom - line.top
}

/** Whether a way leads where the speaker is taken to be a moment from now, and far enough beyond. */
export function isOnCourse(way: readonly Leg[], passed: number, aim: Aim, line: number): boolean {
  const left = secondsOf(way) - passed
  const soon = Math.min(aim.v > 0 ? SHORT : left, Math.max(0, left))
  const error = onWay(way, passed + soon).y - (aim.y + aim.v * Math.min(soon, aim.seconds))
  const ahead = !aim.jumped && error > 0
  if (aim.v === 0) return Math.abs(error) < CLOSE * line || (ahead && left <= BRAKE)
  return left > SHORT && Math.abs(error) < CLOSE * line
}

/** The line that a speaker is in. */
export function lineOf(track: Track, { words }: Whereabouts): Track['lines'][number] | undefined {
  return track.lines.findLast(({ before }) => before <= words)
}

/** A place that rounding leaves a hair before another is there, in pixels. */
const HAIR = 1

/** Whether a speaker is through, and so is the script: that moves line by line, or stands at `y`, its end. */
export function isOver(track: Track, { words }: Whereabouts, inLines: boolean, y: number): boolean {
  if (inLines) return words >= track.words
  return words >= track.words - 1 && y >= extent(track).end - HAIR
}

/** A way as keyframes of one animation, which the compositor plays alone. */
export function keyframesOf(
  way: readonly Leg[],
  transform: (y: number) => string,
): { readonly frames: Keyframe[]; readonly duration: number } {
  const all = secondsOf(way)
  let passed = 0
  const frames = way.map((leg): Keyframe => {
    const offset = all === 0 ? 0 : Math.min(1, passed / all)
    passed += leg.seconds
    return { transform: transform(leg.from.y), offset, easing: easingOf(leg) }
  })
  const end = way.at(-1)?.to.y ?? 0
  return { frames: [...frames, { transform: transform(end), offset: 1 }], duration: all * 1000 }
}

/** The same way on a track that was moved by so many pixels. */
export function shifted(way: readonly Leg[], by: number): readonly Leg[] {
  return way.map(({ from, to, seconds }) => ({
    from: { ...from, y: from.y + by },
    to: { ...to, y: to.y + by },
    seconds,
  }))
}
