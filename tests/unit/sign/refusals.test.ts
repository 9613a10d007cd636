import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { identity, refusal } from '../identity/identities'
import { AT, draftPdf, fromElsewhere, hasTools, pdfsig, recordPdf, sign, signed } from './signing'

describe('signing is refused with a sentence', () => {
  it('for a draft', async () => {
    expect(await refusal(sign(await draftPdf(), { field: null }))).toBe(
      'This record is a draft, and a draft cannot be signed: finalise the record first.',
    )
  })

  it('for a field that is signed or not there, and when every spare one is signed', async () => {
    const once = await signed(await recordPdf(['Dana Ortiz']))
    expect(await refusal(sign(once))).toBe('The signature field “LecternSigner1” is signed already.')
    expect(await refusal(sign(once, { field: 'LecternSigner9' }))).toBe(
      'This PDF has no signature field named “LecternSigner9”.',
    )
    const full = await signed(await signed(once, { field: null }), { field: null })
    expect(await refusal(sign(full, { field: null }))).toMatch('is signed already')
  })

  it('for a certificate that is not valid yet or no longer', async () => {
    const pdf = await recordPdf(['Dana Ortiz'])
    const at = (year: number) => AT.replace('2026', String(year))
    expect(await refusal(sign(pdf, { at: at(2025) }))).toBe(
      'This certificate is valid from Sun 1 Nov 2026, 00:00 UTC on; look at this computer’s clock.',
    )
    expect(await refusal(sign(pdf, { at: at(2032) }))).toMatch(
      /^This certificate was valid until .* make a new/,
    )
  })

  it('for a key that is not the certificate’s', async () => {
    const [dana, bo] = [await identity('Dana'), await identity('Bo')]
    expect(await refusal(sign(await recordPdf(['Dana']), { identity: { ...dana, key: bo.key } }))).toBe(
      'The private key of this identity does not belong to its certificate.',
    )
  })

  it('for what is no PDF, cut off, or has something behind its end', async () => {
    const pdf = await recordPdf(['Dana'])
    const behind = Buffer.concat([pdf, Buffer.from('<script>')])
    for (const bytes of [new Uint8Array(), Buffer.from('hello'), pdf.subarray(0, 5000), behind]) {
      expect(await refusal(sign(bytes))).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it.skipIf(!hasTools)('for an encrypted PDF', async () => {
    const encrypted = fromElsewhere(await recordPdf([]), '--encrypt', 'a', 'b', '256', '--')
    expect(await refusal(sign(encrypted))).toMatch('encrypted')
  })

  it.skipIf(!hasTools)(
    'where the PDF was certified to stay as it is, or a signature locks the field',
    async () => {
      const once = Buffer.from(await signed(await recordPdf(['Dana', 'Bo']))).toString('latin1')
      const rewritten = (from: string, to: string) =>
        Buffer.from(once.replace(from, to.padEnd(from.length)), 'latin1')
      const frozen = rewritten('/P 2 /V', '/P 1 /V')
      expect(await refusal(sign(frozen, { field: 'LecternSigner2' }))).toMatch('allowed no change to it')
      const params = '/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >>'
      const locking = rewritten(params, '/TransformMethod /FieldMDP /TransformParams << /Action /All >>')
      expect(await refusal(sign(locking, { field: 'LecternSigner2' }))).toMatch('locks the field')
      expect(pdfsig(frozen).valid).toBe(0)
    },
  )

  it('or gives a PDF, for one that is changed anywhere, and throws nothing', async () => {
    const [pdf, who] = [await recordPdf(['Dana']), await identity()]
    const change = fc.array(fc.tuple(fc.nat(pdf.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = new Uint8Array(pdf)
        for (const [at, to] of changes) bytes[at] = to
        const result = await sign(bytes, { identity: who })
        if (!result.ok) expect(result.refusal.sentence).toMatch(/^\p{Lu}.*[.]$/u)
      }),
      { numRuns: 60 },
    )
  })
})
