import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { appearance } from '../../../electron/record/appearance'
import { fieldFor } from '../../../electron/record/fieldFor'
import { loadFaces } from '../../../electron/record/outlines'
import { identity } from '../identity/identities'
import { AT, hasTools, pdfsig, qpdfFaults, recordPdf, RESOURCES, signed } from './signing'

const HARD = [
  'العربية محمد',
  'שלום עולם',
  '🎉👩‍👩‍👧‍👦 Kim',
  '日本 語',
  'W'.repeat(300),
  'a\u0301'.repeat(150),
  '﷽',
  '\u202eevil',
  '()\\<>/%',
  ' ',
  'ﬀﬁ',
]

const names = fc.oneof(
  fc.constantFrom(...HARD),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => !/\p{Surrogate}/u.test(text)),
)

describe('what a signature shows', () => {
  it('stays in its box and is only outlines, whatever the name', async () => {
    const faces = await loadFaces(RESOURCES)
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 20, max: 120 }),
        (name, width, height) => {
          const shown = { name, email: '', at: AT, fingerprint: 'a'.repeat(64) }
          const content = appearance(shown, faces, width, height)
          const lines = content.split('\n').filter((line) => line !== '')
          for (const line of lines)
            expect(line).toMatch(
              /^(?:(?:-?[\d.]+ )*(?:cm|re|rg|m|l|c|h|f|re f)|q|Q|.* rg .* re .* re f|.* rg .* re f)$/,
            )
          const scale = height / 62
          const xs = lines.flatMap((line) =>
            / [ml]$/.test(line) ? [Number(line.split(' ')[0]) * scale] : [],
          )
          expect(Math.max(0, ...xs)).toBeLessThanOrEqual(width + 3)
        },
      ),
      { numRuns: 24 },
    )
  })
})

describe('the field for a signer', () => {
  const open = new Set(['LecternSigner1', 'LecternSigner2', 'LecternSigner3', 'LecternFurther1'])
  const expected = [{ name: 'Dana Ortiz' }, { name: 'Bo Li' }, { name: 'dana  ortiz' }]

  it('is found by name, whatever the case and the blanks', () => {
    expect(fieldFor(' BO  li', expected, open)).toBe('LecternSigner2')
    expect(fieldFor('Nobody', expected, open)).toBe(null)
  })

  it('of two people of one name is the one still open', () => {
    expect(fieldFor('Dana Ortiz', expected, new Set(['LecternSigner3']))).toBe('LecternSigner3')
    expect(fieldFor('Dana Ortiz', expected, new Set())).toBe(null)
  })
})

describe.skipIf(!hasTools)('any row of signers', () => {
  it('makes a sound file in which each signature is valid', async () => {
    const pdf = await recordPdf(['One', 'Two', 'Three'])
    const fields = [
      'LecternSigner1',
      'LecternSigner2',
      'LecternSigner3',
      'LecternFurther1',
      'LecternFurther2',
    ]
    const rows = fc
      .shuffledSubarray(fields, { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(
          fc.constant(chosen),
          fc.array(names, { minLength: chosen.length, maxLength: chosen.length }),
        ),
      )
    await fc.assert(
      fc.asyncProperty(rows, async ([chosen, signers]) => {
        let bytes = pdf
        for (const [index, field] of chosen.entries()) {
          bytes = await signed(bytes, {
            field,
            identity: await identity(signers[index] ?? '', 'a@example.org'),
          })
        }
        expect(pdfsig(bytes)).toMatchObject({ valid: chosen.length })
        expect(qpdfFaults(bytes)).toBe('')
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
