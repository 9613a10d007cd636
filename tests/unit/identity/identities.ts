import { makeIdentity, type Identity } from '../../../electron/record/identity'
import type { Result } from '../../../shared/result'

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

/** The sentence of a result that must be a refusal, else ''. */
export async function refusal(result: Promise<Result<unknown>>): Promise<string> {
  const found = await result
  return found.ok ? '' : found.refusal.sentence
}

/** A new identity, valid from a day in 2026 on. */
export async function identity(
  name = 'Dana Ortiz',
  email = 'dana@example.org',
  from = new Date('2026-11-01T00:00:00Z'),
): Promise<Identity> {
  return valueOf(await makeIdentity({ name, email, from }))
}
