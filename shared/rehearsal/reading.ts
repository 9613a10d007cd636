import { PACE } from '../script/pace'

/**
 * Where the script stood at a moment of a run, and what the time from then on went to. Both `seconds` and `word`
 * are counted from the start: of the run, of the script.
 */
export type Sample = {
  readonly seconds: number
  readonly word: number
  readonly on: 'script' | 'question' | 'away'
}

/** What each word of a script took: seconds, how many of them it stood too long, how much of it was read. */
export type Reading = {
  readonly seconds: readonly number[]
  readonly stopped: readonly number[]
  readonly read: readonly number[]
}

/** Standing still for longer than this is no breath but a stop, in seconds. */
export const LONGEST_BREATH = 10

/**
 * Between two gaps the lines come by faster than the pace says on the whole; what is faster than this, in words per
 * minute, was a jump.
 */
const JUMP = PACE.fastest * 3

/** Rounding of measured pixels may move a place by a hair. */
const HAIR = 0.01

const secondsAt = (words: number, wordsPerMinute: number) => (words * 60) / wordsPerMinute

/** Collects what the words of a script of so many words took. */
class Words {
  readonly seconds: number[]
  readonly stopped: number[]
  readonly read: number[]

  constructor(words: number) {
    this.seconds = Array<number>(words).fill(0)
    this.stopped = Array<number>(words).fill(0)
    this.read = Array<number>(words).fill(0)
  }

  #add(to: number[], word: number, amount: number): void {
    to[word] = (to[word] ?? 0) + amount
  }

  #indexOf(word: number): number {
    return Math.max(0, Math.min(this.seconds.length - 1, Math.floor(word + HAIR)))
  }

  /** So long at one place: a breath, or a stop. */
  stood(word: number, seconds: number): void {
    if (seconds <= 0 || this.seconds.length === 0) return
    const at = this.#indexOf(word)
    this.#add(this.seconds, at, seconds)
    if (seconds > LONGEST_BREATH) this.#add(this.stopped, at, seconds)
  }

  /** From one place to another, word by word, in so many seconds. */
  went(from: number, to: number, seconds: number): void {
    const first = this.#indexOf(from)
    const [begin, end] = [Math.max(from, first), Math.min(to, this.seconds.length)]
    if (end <= begin) return this.stood(from, seconds)
    for (let at = first; at < end; at += 1) {
      const share = Math.min(end, at + 1) - Math.max(begin, at)
      if (share <= 0) continue
      this.#add(this.seconds, at, (seconds * share) / (end - begin))
      this.read[at] = Math.min(1, (this.read[at] ?? 0) + share)
    }
  }
}

/**
 * What the words took, from where the script stood at each moment. It need not have run: whoever stands at the
 * start of a sentence for as long as it takes to say it, and then goes on to the next by key, has read it. A way on
 * that nobody could have spoken in that time is a jump, and what it passes over was not read.
 */
export function readingOf(samples: readonly Sample[], words: number): Reading {
  const found = new Words(words)
  let standing = 0
  for (const [index, now] of samples.entries()) {
    const before = samples[index - 1]
    if (before === undefined) continue
    const passed = before.on === 'script' ? Math.max(0, now.seconds - before.seconds) : 0
    const step = now.word - before.word
    const took = standing + passed
    const isSaid = step > HAIR && step <= (passed * JUMP) / 60
    if (Math.abs(step) <= HAIR) {
      standing = took
      continue
    }
    if (isSaid) {
      found.stood(before.word, standing)
      found.went(before.word, now.word, passed)
    } else if (step > 0 && secondsAt(step, PACE.fastest) <= took) {
      const saying = Math.min(took, secondsAt(step, PACE.slowest))
      found.went(before.word, now.word, saying)
      found.stood(before.word, took - saying)
    } else {
      found.stood(before.word, took)
    }
    standing = 0
  }
  found.stood(samples.at(-1)?.word ?? 0, standing)
  return found
}

/**
 * The samples with one more; where the script went on evenly, the one in between is not needed. `at` most so many
 * words off are even.
 */
export function withSample(samples: Sample[], next: Sample, at = 0.05): void {
  const [one, other] = [samples.at(-2), samples.at(-1)]
  if (one !== undefined && other !== undefined && one.on === other.on && other.on === next.on) {
    const share = (other.seconds - one.seconds) / (next.seconds - one.seconds)
    const even = Math.abs(one.word + (next.word - one.word) * share - other.word) <= at
    const isLong = next.seconds - one.seconds > LONGEST_BREATH / 2 && next.word !== one.word
    if (even && !isLong) samples.pop()
  }
  samples.push(next)
}
