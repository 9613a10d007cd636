import { z } from 'zod'

/** Why something was not done: a stable code, a sentence for people, and where in the input it lies. */
export const refusalSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  path: z.string().optional(),
})
export type Refusal = Readonly<z.infer<typeof refusalSchema>>

/** A refusal is a value; an exception is a bug. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/** The outcome that carries a value. */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** The outcome that carries a sentence for people instead of a value. */
export function refuse(code: string, sentence: string, path?: string): Result<never> {
  return { ok: false, refusal: path === undefined ? { code, sentence } : { code, sentence, path } }
}

/** The schema of a `Result` whose value has the given schema, for the IPC contract. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), refusal: refusalSchema }),
  ])
}
