import type { VoiceEvent } from './events'
import type { SpokenWord } from './words'

/**
 * What is made of what is heard: whether the script goes with the speaker, waits for them, or goes by the clock.
 * All times are in seconds on one clock.
 */
export type Pilot = {
  /** When listening began, or the speaker was looked for anew. */
  readonly since: number
  /** How many words had been spoken when the last place was told, and when that was. */
  readonly place: { readonly words: number; readonly at: number } | null
  /** Whether a place was ever told: then the speaker is understood, and a silence of theirs is one. */
  readonly found: boolean
  readonly jumped: boolean
  readonly speaking: boolean
  /** When somebody first spoke, or since when the speaker is looked for anew; null while nobody ever did. */
  readonly spoke: number | null
  readonly lost: boolean
  /** No sound at all arrives, not even that of a quiet room. */
  readonly deaf: boolean
  /** Words and the seconds they took, older ones counting less. */
  readonly pace: { readonly words: number; readonly seconds: number }
}

/** `timed`: nothing to go by, so the pace that was set counts. */
export type Stance = 'following' | 'holding' | 'timed'

/** A measured pace forgets by half in so many seconds of speech, and begins as if the set one had been heard so long. */
const FORGET = 12
const FIRST = 4

/** Two places further apart than this have a rest or a skip between them, in seconds and in words. */
const LONGEST_STEP = 2.5
const WIDEST_STEP = 12

/** For so long after a place the speaker is taken to go on, in seconds. */
const COUNTS = 1

/** Nobody heard for so long: perhaps nobody can be; speech without any place for so long: it is not understood. */
const NOBODY = 10
const NOT_FOUND = 8

/** A measured pace is kept within these, in words a second. */
const SLOWEST = 40 / 60
const FASTEST = 400 / 60

/** A pilot that has heard nothing yet. */
export function newPilot(now: number, wordsPerMinute: number): Pilot {
  const pace = { words: (wordsPerMinute / 60) * FIRST, seconds: FIRST }
  return {
    since: now,
    place: null,
    found: false,
    jumped: false,
    speaking: false,
    spoke: null,
    lost: false,
    deaf: false,
    pace,
  }
}

/** Listening again after a pause: whoever was heard and understood before it will be again. */
export function listeningAgain(before: Pilot, now: number, wordsPerMinute: number): Pilot {
  const { found, spoke } = before
  return { ...newPilot(now, wordsPerMinute), found, spoke: spoke === null ? null : now }
}

/** The speaker's own pace, in words a second. */
export function ownPace({ pace }: Pilot): number {
  return Math.min(FASTEST, Math.max(SLOWEST, pace.words / pace.seconds))
}

/** After the script was put elsewhere by hand, or its words changed: the pace is known, the place is not. */
export function soughtAt(pilot: Pilot, now: number): Pilot {
  return {
    ...pilot,
    since: now,
    place: null,
    jumped: false,
    spoke: pilot.spoke === null ? null : now,
    lost: false,
  }
}

/** Whether any sound arrives. */
export function withSound(pilot: Pilot, sound: boolean, now: number): Pilot {
  return pilot.deaf === !sound ? pilot : { ...pilot, deaf: !sound, since: now }
}

function paceAfter({ pace, place }: Pilot, words: number, now: number): Pilot['pace'] {
  if (place === null) return pace
  const [step, seconds] = [words - place.words, now - place.at]
  if (step <= 0 || step > WIDEST_STEP || seconds <= 0 || seconds > LONGEST_STEP) return pace
  const kept = 0.5 ** (seconds / FORGET)
  return { words: pace.words * kept + step, seconds: pace.seconds * kept + seconds }
}

/** The pilot after something was heard at `now`. */
export function heard(pilot: Pilot, event: VoiceEvent, now: number): Pilot {
  switch (event.kind) {
    case 'speech':
      return { ...pilot, speaking: event.on, spoke: pilot.spoke ?? (event.on ? now : null) }
    case 'lost':
      return { ...pilot, lost: true }
    case 'place': {
      const words = event.word + 1
      const jumped = event.moved === 'jump'
      const pace = jumped ? pilot.pace : paceAfter(pilot, words, now)
      const spoke = pilot.spoke ?? now
      return { ...pilot, place: { words, at: now }, found: true, jumped, lost: false, spoke, pace }
    }
  }
}

/** What the script does now. */
export function stanceOf({ deaf, found, place, spoke, since, speaking, lost }: Pilot, now: number): Stance {
  if (deaf) return 'timed'
  if (place === null) {
    const unheard = spoke === null ? now - since > NOBODY : now - spoke > NOT_FOUND
    return unheard && !found ? 'timed' : 'holding'
  }
  return speaking && !lost && now - place.at < COUNTS ? 'following' : 'holding'
}

/** Where the speaker is taken to be, at which pace, and for how long that may be counted on. */
export type Whereabouts = {
  readonly words: number
  readonly wordsPerSecond: number
  readonly seconds: number
  readonly jumped: boolean
}

/** The script is this much ahead of what is heard, in seconds: a word is read before it is said. */
const LEAD = 0.3

/** So many words into the next sentence a speaker is taken to go on unheard: people rest between sentences. */
const LEAN = 1

/** How far a speaker who has said so many words is taken to go on unheard: to the end of their sentence. */
export function reachOf(text: readonly Pick<SpokenWord, 'starts'>[], words: number): number {
  let next = words
  while (next < text.length && text[next]?.starts === false) next += 1
  return next + LEAN
}

/** Where the speaker is now, or null before any place was told; they are not taken to be further than `reach`. */
export function whereabouts(pilot: Pilot, now: number, reach: number): Whereabouts | null {
  const { place, jumped } = pilot
  if (place === null) return null
  if (stanceOf(pilot, now) !== 'following')
    return { words: place.words, wordsPerSecond: 0, seconds: 0, jumped }
  const pace = ownPace(pilot)
  const passed = Math.max(0, now - place.at)
  const words = Math.max(place.words, Math.min(reach, place.words + pace * (passed + LEAD)))
  const seconds = Math.max(0, Math.min(COUNTS - passed, (reach - words) / pace))
  return { words, wordsPerSecond: seconds > 0 ? pace : 0, seconds, jumped }
}
