import type { VoiceEvent } from '../../../shared/voice/events'
import { percentile } from '../rows'
import type { Truth } from './recordings'

/** A place told, and when it was there to be used. */
export type Told = { readonly word: number; readonly at: number }

export type Score = {
  /** How many words the place is off, every tenth of a second. */
  readonly errors: readonly number[]
  readonly within: number
  /** From the end of a word until the place is there, in milliseconds, where all is in order. */
  readonly lags: readonly number[]
  /** After each rest, aside, skip and repeat: until the place is right again, in seconds. */
  readonly recoveries: readonly { readonly kind: string; readonly seconds: number }[]
}

const STEP = 0.1
const CLOSE = 5
const ORDERLY = 3
const STEADY = 1

/** The last item that was there at a time. */
function lastAt<T extends { readonly at: number }>(items: readonly T[], at: number): T | undefined {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}

export function placesOf(events: readonly (VoiceEvent & { readonly told: number })[]): readonly Told[] {
  return events.flatMap((event) => (event.kind === 'place' ? [{ word: event.word, at: event.told }] : []))
}

/** Compares the places told with what was said when. */
export function scoreOf(truth: Truth, told: readonly Told[], seconds: number): Score {
  const said = truth.said.map(({ word, end }) => ({ word, at: end }))
  const offAt = (at: number) => Math.abs((lastAt(told, at)?.word ?? -1) - (lastAt(said, at)?.word ?? -1))
  const errors = Array.from({ length: Math.floor(seconds / STEP) }, (_, index) => offAt(index * STEP))
  const lags = said.flatMap(({ word, at }) => {
    if (offAt(at - 0.5) > ORDERLY || offAt(at) > ORDERLY) return []
    const first = told.find((each) => each.at > at - 1.5 && each.word >= word)
    return first === undefined ? [] : [(first.at - at) * 1000]
  })
  const recoveries = truth.events.map(({ kind, at }) => {
    const close = (from: number) =>
      Array.from({ length: STEADY / STEP }, (_, index) => offAt(from + index * STEP)).every(
        (off) => off <= CLOSE,
      )
    let found = at
    while (found < seconds && !close(found)) found += STEP
    return { kind, seconds: Math.max(0, found - at) }
  })
  const within = errors.filter((off) => off <= CLOSE).length / errors.length
  return { errors, within, lags, recoveries }
}

export const p = (samples: readonly number[], share: number) => percentile(samples, share) ?? 0
