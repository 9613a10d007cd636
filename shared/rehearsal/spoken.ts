import type { PlaceEvent } from '../voice/events'
import { heardIn } from '../voice/heard'
import { LONGEST_BREATH } from './reading'
import type { CueRun, Spoken } from './schema'

/**
 * A moment of a run at which something was heard, or it was looked what is: seconds of the run, the word at which
 * the script stood, and what is to be heard from now on. `closed`: nobody listens, or what is said is no part of
 * the script. `news` is what Follow told at this moment.
 */
export type Heard = {
  readonly seconds: number
  readonly word: number
  readonly ears: 'closed' | 'rest' | 'speech'
  readonly news: Pick<PlaceEvent, 'kind' | 'first' | 'word' | 'moved'> | { readonly kind: 'lost' } | null
}

/**
 * A rest of more than so many seconds in mid-sentence is a filler pause. Of six thousand pauses in five languages,
 * those of more than a second were made in speaking freely and never in reading aloud (Campione and Véronis, A
 * large-scale multilingual study of silent pause duration, Speech Prosody 2002): whoever makes one has lost the
 * thread, and it is where a filler word tends to come.
 */
export const FILLER_PAUSE = 1

/** The script stands so near to where its speaker is, in words: a rest nearer to a sentence's border is none within. */
const NEAR = 2.5

/** Whoever went on by more than so many words in a rest has gone elsewhere in the script, by key or by hand. */
const ELSEWHERE = 8

type Place = { readonly id: string; readonly words: number }
type Told = { listened: number; seconds: number; pauses: number; paused: number }
type Followed = { readonly heard: Set<number>; words: number; seconds: number }

const hundredths = (number: number) => Math.round(number * 100) / 100

/** Adds up what was heard of each cue. */
class Ledger {
  readonly #told = new Map<string, Told>()
  readonly #followed = new Map<string, Followed>()
  readonly #places: readonly { readonly id: string; readonly to: number }[]

  constructor(
    cues: readonly Place[],
    private readonly starts: readonly number[],
  ) {
    let to = 0
    this.#places = cues.filter(({ words }) => words > 0).map(({ id, words }) => ({ id, to: (to += words) }))
  }

  #cueAt(word: number): string {
    return (this.#places.find(({ to }) => word < to) ?? this.#places.at(-1))?.id ?? ''
  }

  listened(word: number, seconds: number, speech: boolean): void {
    const cue = this.#toldOf(this.#cueAt(word))
    cue.listened += seconds
    if (speech) cue.seconds += seconds
  }

  rested(word: number, seconds: number): void {
    const ends = this.#places.at(-1)?.to ?? 0
    const isBetween = [...this.starts, ends].some((start) => Math.abs(start - word) <= NEAR)
    if (isBetween || seconds <= FILLER_PAUSE || seconds > LONGEST_BREATH) return
    const cue = this.#toldOf(this.#cueAt(word))
    cue.pauses += 1
    cue.paused += seconds
  }

  heard(words: readonly number[]): void {
    for (const word of words) this.#followedIn(this.#cueAt(word)).heard.add(word)
  }

  /** So many words up to this one were spoken one after the other, in so many seconds. */
  spoke(word: number, words: number, seconds: number): void {
    const cue = this.#followedIn(this.#cueAt(word))
    cue.words += words
    cue.seconds += seconds
  }

  #toldOf(cue: string): Told {
    const told = this.#told.get(cue) ?? { listened: 0, seconds: 0, pauses: 0, paused: 0 }
    this.#told.set(cue, told)
    return told
  }

  #followedIn(cue: string): Followed {
    const followed = this.#followed.get(cue) ?? { heard: new Set(), words: 0, seconds: 0 }
    this.#followed.set(cue, followed)
    return followed
  }

  get all(): ReadonlyMap<string, Spoken> {
    return new Map([...this.#told].map(([id, told]) => [id, spokenIn(told, this.#followed.get(id))]))
  }
}

/** Fewer words in a row, or less time, say nothing about how fast they were spoken. */
const LEAST = { words: 8, seconds: 2 }

function followedPace({ words, seconds }: Followed): number | null {
  const isEnough = words >= LEAST.words && seconds >= LEAST.seconds
  return isEnough ? hundredths((words * 60) / seconds) : null
}

function spokenIn(told: Told, followed: Followed | undefined): Spoken {
  return {
    listened: hundredths(told.listened),
    seconds: hundredths(told.seconds),
    pauses: told.pauses,
    paused: hundredths(told.paused),
    heard:
      followed === undefined ? null : { words: followed.heard.size, wordsPerMinute: followedPace(followed) },
  }
}

/** What was spoken between two places that were told one after the other; null after words beside the script. */
type Between = { readonly place: number; readonly seconds: number } | null

function longer(between: Between, seconds: number): Between {
  return between === null ? null : { ...between, seconds: between.seconds + seconds }
}

function betweenAfter(before: Between, now: Heard, ledger: Ledger): Between {
  if (now.news === null) return before
  if (now.news.kind === 'lost') return null
  const { first, word, moved } = now.news
  ledger.heard(heardIn(now.news))
  const isNext = before !== null && moved === 'on' && first <= before.place + 1 && word > before.place
  if (isNext) ledger.spoke(word, word - before.place, before.seconds)
  return { place: word, seconds: 0 }
}

/**
 * What was heard of each cue, by the cue's id. `starts` are the words at which sentences begin. The pace that was
 * spoken counts only words that were heard one after the other, and only the time in which somebody spoke.
 */
export function spokenOf(
  heard: readonly Heard[],
  cues: readonly Place[],
  starts: readonly number[],
): ReadonlyMap<string, Spoken> {
  const ledger = new Ledger(cues, starts)
  let rest: Pick<Heard, 'seconds' | 'word'> | null = null
  let between: Between = null
  for (const [index, now] of heard.entries()) {
    const before = heard[index - 1]
    if (before !== undefined && before.ears !== 'closed') {
      const passed = Math.max(0, now.seconds - before.seconds)
      ledger.listened(before.word, passed, before.ears === 'speech')
      if (before.ears === 'speech') between = longer(between, passed)
    }
    if (now.ears === 'speech' && rest !== null && Math.abs(now.word - rest.word) <= ELSEWHERE)
      ledger.rested(now.word, now.seconds - rest.seconds)
    if (now.ears !== 'rest') rest = null
    else if (before?.ears === 'speech') rest = now
    between = now.ears === 'closed' ? null : betweenAfter(between, now, ledger)
  }
  return ledger.all
}

/** Whose voice was listened to for less than this share of a cue says nothing about the whole of it. */
const LISTENED_ENOUGH = 0.8

/**
 * The words per minute really spoken of a cue, rests left out: of those that Follow heard, else of those that went
 * by while somebody spoke. Null where that is too little to say.
 */
export function spokenPace({ spoken, read, words, seconds }: CueRun): number | null {
  if (spoken === undefined) return null
  if (spoken.heard !== null) return spoken.heard.wordsPerMinute
  const isEnough = spoken.listened >= seconds * LISTENED_ENOUGH && read >= words / 2
  return isEnough && spoken.seconds > 0 ? (read * 60) / spoken.seconds : null
}

/** What was heard in a whole run; null where nobody listened. */
export function spokenInAll(cues: readonly CueRun[]): Pick<Spoken, 'seconds' | 'pauses' | 'paused'> | null {
  const all = cues.flatMap(({ spoken }) => (spoken === undefined ? [] : [spoken]))
  if (all.length === 0) return null
  const sum = (of: 'seconds' | 'pauses' | 'paused') => all.reduce((total, each) => total + each[of], 0)
  return { seconds: sum('seconds'), pauses: sum('pauses'), paused: sum('paused') }
}
