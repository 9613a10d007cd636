import { z } from 'zod'

import { PACE } from '../../shared/script/pace'

const placeSchema = z.object({
  cue: z.string(),
  paragraph: z.number().int().nonnegative(),
  word: z.number().nonnegative(),
})

const seconds = z.number().nonnegative()

/** Time spent reading the script and time spent on questions, in seconds. */
const timesSchema = z.object({ script: seconds, questions: seconds })
export type Times = Readonly<z.infer<typeof timesSchema>>

/**
 * Where a meeting's script stood when it was last open, and how fast it ran. `setPace` is what the meeting's
 * settings said then: a pace set there since comes before the one the session ended with.
 */
const sessionSchema = z.object({
  place: placeSchema.nullable(),
  wordsPerMinute: z.number().min(PACE.slowest).max(PACE.fastest),
  setPace: z.number().optional(),
})
export type Session = Readonly<z.infer<typeof sessionSchema>>

function read<T>(key: string, schema: z.ZodType<T>): T | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The session of a meeting as it was left, if there was one. */
export function rememberedSession(meeting: string): Session | null {
  return read(`session:${meeting}`, sessionSchema)
}

/** Keeps a meeting's session for the next time its script is opened. */
export function rememberSession(meeting: string, session: Session): void {
  localStorage.setItem(`session:${meeting}`, JSON.stringify(session))
}

/** The pace to open with: as the session left it, unless the meeting's settings were changed since. */
export function openingPace(session: Session | null, setPace: number): number {
  return session === null || (session.setPace ?? setPace) !== setPace ? setPace : session.wordsPerMinute
}

/** How long the script has been read and questions answered. */
export function rememberedTimes(meeting: string): Times {
  return read(`times:${meeting}`, timesSchema) ?? { script: 0, questions: 0 }
}

/** Keeps the times for the next time the script is opened. */
export function rememberTimes(meeting: string, times: Times): void {
  localStorage.setItem(`times:${meeting}`, JSON.stringify(times))
}
