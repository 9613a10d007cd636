import { describe, expect, it } from 'vitest'

import {
  missingSentence,
  NOT_PROVEN,
  signerSentence,
  verdictSentence,
} from '../../../shared/verify/sentences'
import { identity } from '../identity/identities'
import { recordPdf, signed } from '../sign/signing'
import { reportOf, signedRecord, verified } from './verifying'

describe('a record nobody changed', () => {
  it('is intact with all signatures, and says who signed and when', async () => {
    const { dana, bo, twice } = await signedRecord()
    const { report, openFields } = await verified(twice, [dana, bo])
    expect(report).toMatchObject({ verdict: 'intact', revision: 1, missing: [], findings: [] })
    expect(report.signers).toEqual(
      [dana, bo].map(({ facts }) => ({
        name: facts.name,
        fingerprint: facts.fingerprint,
        known: true,
        at: '2026-11-23T18:10:39.000+01:00',
        status: 'valid',
      })),
    )
    expect(openFields.map(({ name }) => name)).toEqual(['', ''])
    expect(report.signers.map(signerSentence)).toEqual([
      'Signed by “Dana Ortiz”, whose certificate is known here, on Mon 23 Nov 2026, 18:10 (UTC+01:00) by their own clock.',
      'Signed by “Bo Li”, whose certificate is known here, on Mon 23 Nov 2026, 18:10 (UTC+01:00) by their own clock.',
    ])
    expect(verdictSentence(report)).toBe(
      'Intact: revision 1 of this record is as it was signed by “Dana Ortiz” and “Bo Li”, and nothing was changed since.',
    )
  })

  it('is intact while others have not signed, and names the fields kept for them', async () => {
    const { dana, once } = await signedRecord()
    const { report, openFields } = await verified(once, [dana])
    expect(report).toMatchObject({ verdict: 'intact', missing: ['Bo Li'], findings: [] })
    expect(report.missing.map(missingSentence)).toEqual(['“Bo Li” was expected to sign and has not.'])
    expect(openFields).toEqual([
      { field: 'LecternSigner2', name: 'Bo Li' },
      { field: 'LecternFurther1', name: '' },
      { field: 'LecternFurther2', name: '' },
    ])
  })

  it('is intact with signatures of people nobody expected, in fields kept for anybody', async () => {
    const { dana, bo, twice } = await signedRecord()
    const [eve, max] = [await identity('Eve'), await identity('Max')]
    const four = await signed(await signed(twice, { identity: eve, field: null }), {
      identity: max,
      field: null,
    })
    const report = await reportOf(four, [dana, bo, eve, max])
    expect(report).toMatchObject({ verdict: 'intact', missing: [], findings: [] })
    expect(report.signers.map(({ name }) => name)).toEqual(['Dana Ortiz', 'Bo Li', 'Eve', 'Max'])
  })

  it('waits for both of two people of one name', async () => {
    const [one, other] = [await identity('Sam Lee'), await identity('Sam Lee', 'sam@example.org')]
    const once = await signed(await recordPdf(['Sam Lee', 'Sam Lee']), { identity: one })
    expect(await reportOf(once, [one, other])).toMatchObject({ verdict: 'intact', missing: ['Sam Lee'] })
    const twice = await signed(once, { identity: other, field: 'LecternSigner2' })
    expect(await reportOf(twice, [one, other])).toMatchObject({ verdict: 'intact', missing: [] })
  })

  it('names a certificate that is not known, without failing', async () => {
    const { once } = await signedRecord()
    const report = await reportOf(once)
    expect(report.verdict).toBe('intact')
    expect(report.signers[0]?.known).toBe(false)
    expect(report.findings).toEqual([
      'The certificate of “Dana Ortiz” is not known here: compare its fingerprint with the signer.',
    ])
    expect(NOT_PROVEN.length).toBeGreaterThan(2)
  })
})
