import { z } from 'zod'

import { PACE } from '../../shared/script/pace'
import type { MotionMode } from '../voice/session'

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

/** What a window was doing when it closed, for the one that takes its place. */
const leftSchema = z.object({
  running: z.boolean(),
  /** The setting that had the focus; empty for another place in the settings, null where they were closed. */
  setting: z.string().nullable(),
  /** The part of the settings that was shown; empty where they were closed. */
  tab: z.string(),
  response: z.string().nullable(),
})
export type Left = Readonly<z.infer<typeof leftSchema>>

/** What the window with this meeting was doing when it closed, if it left word. */
export function rememberedLeft(meeting: string): Left | null {
  return read(`left:${meeting}`, leftSchema)
}

/** Leaves word for the window that may take this one's place. */
export function rememberLeft(meeting: string, left: Left): void {
  localStorage.setItem(`left:${meeting}`, JSON.stringify(left))
}

export const NO_TIMES: Times = { script: 0, questions: 0 }

/** How long the script has been read and questions answered. */
export function rememberedTimes(meeting: string): Times {
  return read(`times:${meeting}`, timesSchema) ?? NO_TIMES
}

/** Keeps the times for the next time the script is opened. */
export function rememberTimes(meeting: string, times: Times): void {
  localStorage.setItem(`times:${meeting}`, JSON.stringify(times))
}

/** The longest countdown, in seconds. */
export const LONGEST_COUNTDOWN = 10

/**
 * What this computer's presenter likes, in every meeting: seconds counted down before the script starts; whether it
 * moves line by line (null: as the system asks for it); whether keys work while another program has the focus.
 */
const habitsSchema = z.object({
  countdown: z.number().int().min(0).max(LONGEST_COUNTDOWN),
  stepping: z.boolean().nullable(),
  globalKeys: z.boolean(),
})
export type Habits = Readonly<z.infer<typeof habitsSchema>>

/** The habits as they were left, or those of a new presenter. */
export function rememberedHabits(): Habits {
  return read('habits', habitsSchema) ?? { countdown: 0, stepping: null, globalKeys: false }
}

/** Keeps the habits for the next time a script is opened. */
export function rememberHabits(habits: Habits): void {
  localStorage.setItem('habits', JSON.stringify(habits))
}

/** What moves the script: the clock, the clock while somebody speaks, or the spoken words. */
const motionSchema = z.enum(['timed', 'paced', 'follow'])

/** What moves a meeting's script on this computer; no meeting that comes from elsewhere turns a microphone on. */
export function rememberedMotion(meeting: string): MotionMode {
  return read(`motion:${meeting}`, motionSchema) ?? 'timed'
}

/** Keeps what moves a meeting's script. */
export function rememberMotion(meeting: string, mode: MotionMode): void {
  localStorage.setItem(`motion:${meeting}`, JSON.stringify(mode))
}
