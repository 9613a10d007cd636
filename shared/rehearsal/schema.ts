import { z } from 'zod'

import { idSchema, LONGEST_LINE, momentSchema, textSchema, uuidSchema } from '../text'

export const REHEARSALS_FORMAT = 'lectern-rehearsals'
export const REHEARSALS_VERSION = 1

/** So many runs of a meeting are kept, the newest ones. */
export const MOST_RUNS = 30

const seconds = z.number().nonnegative()
const words = z.number().nonnegative()

/**
 * What was heard of a cue, where the voice was listened to: for how long it was, for how long somebody spoke, and
 * how many filler pauses they made, of so many seconds together. `heard` is there where Follow heard its words:
 * how many of them, and how fast they were spoken, rests left out.
 */
export const spokenSchema = z.object({
  listened: seconds,
  seconds,
  pauses: z.number().int().nonnegative(),
  paused: seconds,
  heard: z
    .object({ words: z.number().int().nonnegative(), wordsPerMinute: z.number().positive().nullable() })
    .nullable(),
})
export type Spoken = Readonly<z.infer<typeof spokenSchema>>

/**
 * A cue of a run. `read` of its `words` came past the reading line in `seconds`; `stopped` of those are
 * standstills too long to be breaths. `timebox` is in minutes.
 */
const cueRunSchema = z.object({
  cue: idSchema,
  heading: textSchema(),
  timebox: z.number().nonnegative(),
  words: z.number().int().nonnegative(),
  read: words,
  seconds,
  stopped: seconds,
  spoken: spokenSchema.optional(),
})
export type CueRun = Readonly<z.infer<typeof cueRunSchema>>

/** A few words in a row, for the picture of the pace: from the word `from` of the script on. */
const stretchSchema = z.object({ cue: idSchema, from: words, words, read: words, seconds })
export type Stretch = Readonly<z.infer<typeof stretchSchema>>

/** How the presenter dealt with an objection: with the response in sight, alone, or not at all. */
const howSchema = z.enum(['shown', 'alone', 'passed'])

/** An objection drawn from the deck: after how many words, how long it took, and when its response was shown. */
const answerSchema = z.object({
  objection: idSchema,
  role: textSchema(LONGEST_LINE),
  text: textSchema(),
  word: words,
  seconds,
  shownAfter: seconds.nullable(),
  how: howSchema,
})
export type Answer = Readonly<z.infer<typeof answerSchema>>

/** One rehearsal of a meeting's script. `setPace` is the pace it began with, `notShown` the must-say phrases missed. */
export const runSchema = z.object({
  id: uuidSchema,
  at: momentSchema,
  setPace: z.number().positive(),
  words: z.number().int().nonnegative(),
  script: seconds,
  questions: seconds,
  cues: z.array(cueRunSchema).max(5_000),
  stretches: z.array(stretchSchema).max(10_000),
  answers: z.array(answerSchema).max(500),
  notShown: z.array(textSchema()).max(5_000),
})
export type Run = Readonly<z.infer<typeof runSchema>>

/** `rehearsals/<meeting>.json`: the runs of one meeting, the oldest first. Private, like the script. */
export const rehearsalsFileSchema = z.object({
  format: z.literal(REHEARSALS_FORMAT),
  version: z.literal(REHEARSALS_VERSION),
  meeting: uuidSchema,
  runs: z.array(runSchema).max(MOST_RUNS),
})
export type RehearsalsFile = Readonly<z.infer<typeof rehearsalsFileSchema>>

/** The runs with one more, or with another content of one that is there; the oldest go where there are too many. */
export function withRun(runs: readonly Run[], run: Run): readonly Run[] {
  const others = runs.filter(({ id }) => id !== run.id)
  return [...others, run]
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS)
}
