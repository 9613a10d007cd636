import { z } from 'zod'

import { PACE } from '../../shared/script/pace'

/** Text sizes, as factors of the size that fits the window. The first size is 1. */
export const SIZE = { smallest: 0.6, largest: 2.5, step: 1.1 } as const

const placeSchema = z.object({
  cue: z.string(),
  paragraph: z.number().int().nonnegative(),
  word: z.number().nonnegative(),
})

/** Where a meeting's script stood when it was last open, and how fast it ran. */
const sessionSchema = z.object({
  place: placeSchema.nullable(),
  wordsPerMinute: z.number().min(PACE.slowest).max(PACE.fastest),
})
export type Session = Readonly<z.infer<typeof sessionSchema>>

const looksSchema = z.object({ size: z.number().min(SIZE.smallest).max(SIZE.largest), mirrored: z.boolean() })
export type Looks = Readonly<z.infer<typeof looksSchema>>

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

/** How the script was last set to look. */
export function rememberedLooks(): Looks {
  return read('looks', looksSchema) ?? { size: 1, mirrored: false }
}

/** Keeps how the script looks. */
export function rememberLooks(looks: Looks): void {
  localStorage.setItem('looks', JSON.stringify(looks))
}

/** The next text size up (1) or down (-1), within its limits. */
export function nextSize(size: number, direction: 1 | -1): number {
  const next = direction === 1 ? size * SIZE.step : size / SIZE.step
  const rounded = Math.abs(next - 1) < 0.02 ? 1 : next
  return Math.min(SIZE.largest, Math.max(SIZE.smallest, rounded))
}
