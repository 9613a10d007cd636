import fc from 'fast-check'

import { EPOCH, idOf } from './meetings'

/** A moment near the meeting or far from it. */
export const momentArb = fc.oneof(
  fc
    .integer({ min: EPOCH - 86_400_000, max: EPOCH + 60_000 })
    .map((milliseconds) => new Date(milliseconds).toISOString()),
  fc.constantFrom(
    '2026-11-24T14:00:00.000+01:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999-12:00',
    '9999-12-20T10:00:00+23:59',
    '2026-03-29T02:30:00+01:00',
    '2028-02-29T12:00Z',
  ),
)
/** A moment near the meeting or far from it, or none. */
export const moments = fc.option(momentArb, { freq: 3 })

/** Text that people, machines and attackers type; never a half character, as the schemas demand. */
export const textArb = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    '',
    '   ',
    'logins fail',
    '4–6 hours',
    'up to 90 min',
    '10000 h',
    'Friday 17:00',
    '25 Nov 2026 14:00',
    '31 Dec 9999 23:59',
    '99999-12-01',
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '=cmd|/c calc!A0',
    '{{bug}} [aside] {{nothing}}',
    'Zoë vs Zoe\u0308',
    '\u0000\u0001\u2028\uFEFF',
    '\u0958'.repeat(200),
    'x'.repeat(300),
  ),
)
/** Text of any length that fits. */
export const longTextArb = fc.oneof(
  { weight: 20, arbitrary: textArb },
  fc.constantFrom('x'.repeat(10_000), '\u0958'.repeat(9_999), '𝄞'.repeat(5_000), 'o\u0308'.repeat(5_000)),
)
/** An id that a meeting of these commands often has. */
export const idArb = fc.oneof(fc.nat(24).map(idOf), fc.uuid())
/** Somebody of the meeting, or nobody. */
export const someone = fc.option(idArb, { freq: 2 })
/** A person as they are written down. */
export const personArb = fc.record({ name: textArb, role: textArb, organisation: textArb, email: textArb })
/** A place in a list. */
export const places = fc.nat(6)
/** The id of a cue. */
export const cueIdArb = fc.oneof(idArb, fc.constantFrom('open', 'deadline-slot'))
/** The id of a prepared objection. */
export const expectedIdArb = fc.oneof(idArb, fc.constant('deadline'))
/** The id of a task of the plan. */
export const taskIdArb = fc.oneof(idArb, fc.constantFrom('fix', 'retest'))
/** A few words that are not empty. */
export const wordsArb = fc.array(
  textArb.filter((text) => text !== ''),
  { maxLength: 2 },
)
