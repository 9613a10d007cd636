import { z } from 'zod'

/** The longest text one entry may hold, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000

/** The longest one-line name or title, in UTF-16 code units. */
export const LONGEST_LINE = 300

const halfCharacter = /\p{Surrogate}/u

/** Text as people type it: any script, at most `longest` code units, no half characters. */
export function textSchema(longest: number = LONGEST_TEXT) {
  return z
    .string()
    .max(longest, `is longer than ${longest} characters`)
    .refine((text) => !halfCharacter.test(text), 'holds half a character that no program can show')
}

/** Ids: UUIDs for what is made in a meeting, short names for what came with a playbook. Never a path. */
export const idSchema = z.string().regex(/^[0-9A-Za-z](?:[0-9A-Za-z-]{0,62}[0-9A-Za-z])?$/, 'is not an id')

/** A UUID, as every meeting and every log entry has (version 7 where Lectern made it). */
export const uuidSchema = z.uuid('is not a UUID')

/** A moment: ISO 8601 with an offset, e.g. `2026-11-23T14:05:00.000+01:00`. */
export const momentSchema = z.iso.datetime({
  offset: true,
  message: 'is not a date and time with an offset',
})

/** An IANA time zone name the running system knows, e.g. `Europe/Berlin`. */
export const timeZoneSchema = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}, 'is not a time zone this computer knows')

/** A SHA-256 in lower-case hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal')
