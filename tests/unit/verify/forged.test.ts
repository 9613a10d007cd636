import { describe, expect, it } from 'vitest'

import { ContentInfo, Certificate, SignedData } from 'pkijs'

import { pagesOf } from '../../../shared/pdf/pages'
import { bytesOf, pdfArray, pdfNumber, pdfRef } from '../../../shared/pdf/values'
import { identity } from '../identity/identities'
import { hasTools, pdfsig, recordPdf, signed } from '../sign/signing'
import { contentsOf, forged, opened, rewritten, updated } from './forging'
import { reportOf, signedRecord } from './verifying'

const rect = (...sides: readonly number[]) => pdfArray(sides.map(pdfNumber))

describe('a byte range that is not what it should be', () => {
  it.each<[string, (start: number, end: number, length: number) => readonly number[], string]>([
    [
      'leaves out more than the signature',
      (start, end, length) => [0, start - 100, end, length - end],
      'The signature of “Mallory” leaves out more of the file than itself, so other things could have been put there.',
    ],
    [
      'does not begin at the beginning',
      (start, end, length) => [9, start - 9, end, length - end],
      'The signature of “Mallory” does not cover the file from its beginning.',
    ],
    [
      'overlaps itself',
      (start, _end, length) => [0, start, 100, length - 100],
      'The signature of “Mallory” leaves out more of the file than itself, so other things could have been put there.',
    ],
    [
      'leaves out the bracket',
      (start, end, length) => [0, start + 1, end, length - end],
      'The signature of “Mallory” leaves out more of the file than itself, so other things could have been put there.',
    ],
    [
      'goes on behind the file',
      (start, end, length) => [0, start, end, length],
      'The signature of “Mallory” covers more bytes than the file has: the file was cut off.',
    ],
    [
      'is none',
      () => [0, 1, 2],
      'The signature of “Mallory” does not say which bytes of the file it covers.',
    ],
    [
      'has one part only',
      (start) => [0, start, 0, 0],
      'The signature of “Mallory” covers more bytes than the file has: the file was cut off.',
    ],
  ])('%s', async (_what, range, sentence) => {
    const { base } = await signedRecord()
    const mallory = await identity('Mallory')
    const report = await reportOf(forged(base, { field: 'LecternSigner1', identity: mallory, range }))
    expect(report.verdict).toBe('changed')
    expect(report.signers.map(({ status }) => status)).toEqual(['invalid'])
    expect(report.findings).toContain(sentence)
  })

  it('ends before the end of the file', async () => {
    const { base, dana } = await signedRecord()
    const range = (start: number, end: number, length: number) => [0, start, end, length - end - 7]
    const report = await reportOf(forged(base, { field: 'LecternSigner1', identity: dana, range }), [dana])
    expect(report.verdict).toBe('changed')
  })
})

describe('where a signature shows', () => {
  it('is only in the place kept for it', async () => {
    const { base, dana } = await signedRecord()
    const pages = pagesOf(opened(base)).length
    const laid = forged(base, {
      field: 'LecternSigner1',
      identity: dana,
      entries: { Rect: rect(0, 0, 595, 842) },
    })
    const report = await reportOf(laid, [dana])
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(
      `The signature of “Dana Ortiz” is laid over page ${pages}, outside the place kept for it.`,
    )
    if (hasTools) expect(pdfsig(laid).valid).toBe(1)
  })

  it('is on no other page', async () => {
    const { base, dana } = await signedRecord()
    const [page] = pagesOf(opened(base))
    const field = [...opened(base).objects.values()].find(({ value }) => {
      const name = value.kind === 'dict' ? value.entries.get('T') : undefined
      return name?.kind === 'string' && Buffer.from(name.bytes).equals(Buffer.from('LecternSigner1'))
    })?.num
    const onPage = rewritten(base, page?.num ?? 0, { Annots: pdfArray([pdfRef(field ?? 0)]) })
    const report = await reportOf(
      forged(base, { field: 'LecternSigner1', identity: dana, objects: [onPage] }),
    )
    expect(report.findings).toContain(
      'The signature of “Dana Ortiz” is laid over page 1, outside the place kept for it.',
    )
  })
})

describe('a certificate', () => {
  it.each([
    [
      "D:20251123181039+01'00'",
      /^The certificate of “Dana Ortiz” was not valid yet at the time of the signature: it is valid from Sun 1 Nov 2026, 00:00 \(UTC\) on\.$/,
    ],
    [
      "D:20361123181039+01'00'",
      /^The certificate of “Dana Ortiz” was no longer valid at the time of the signature: it was valid until /,
    ],
    ['yesterday', /^The signature of “Dana Ortiz” says no time, so its certificate’s dates say nothing\.$/],
  ])('is judged at the time of the signature: %s', async (at, sentence) => {
    const { base, dana } = await signedRecord()
    const report = await reportOf(forged(base, { field: 'LecternSigner1', identity: dana, at }))
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContainEqual(expect.stringMatching(sentence))
  })

  it('cannot be swapped for another one', async () => {
    const { once } = await signedRecord()
    const { start, used } = contentsOf(once, 'LecternSigner1')
    const der = Buffer.from(Buffer.from(once.subarray(start + 1, start + 1 + used)).toString('latin1'), 'hex')
    const other = await identity('Dana Ortiz')
    const info = ContentInfo.fromBER(new Uint8Array(der).buffer)
    const cms = new SignedData({ schema: info.content })
    const certificate = Certificate.fromBER(new Uint8Array(other.certificate).buffer)
    cms.certificates = [certificate]
    const [signer] = cms.signerInfos
    if (signer !== undefined)
      Object.assign(signer.sid, { issuer: certificate.issuer, serialNumber: certificate.serialNumber })
    const swapped = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: cms.toSchema(true) })
    const hex = Buffer.from(swapped.toSchema().toBER()).toString('hex')
    const bytes = new Uint8Array(once)
    bytes.fill(0x30, start + 1, start + 1 + used + 200)
    bytes.set(bytesOf(hex), start + 1)
    const report = await reportOf(bytes)
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(
      'The certificate in the signature of “Dana Ortiz” is not the one it was made with.',
    )
  })
})

describe('what only looks like a signature', () => {
  it('is not found by scanning: a title may hold anything', async () => {
    const { dana } = await signedRecord()
    const name = '/ByteRange [0 10 20 30] /Contents <00>'
    const bytes = await signed(await recordPdf([name, 'Dana Ortiz']), {
      identity: dana,
      field: 'LecternSigner2',
    })
    const report = await reportOf(bytes, [dana])
    expect(report).toMatchObject({ verdict: 'intact', missing: [name], findings: [] })
    expect(report.signers).toHaveLength(1)
  })

  it('says when the first signature does not keep others out', async () => {
    const { base, dana } = await signedRecord()
    const report = await reportOf(forged(base, { field: 'LecternSigner1', identity: dana }), [dana])
    expect(report).toMatchObject({
      verdict: 'intact',
      findings: ['The first signature, of “Dana Ortiz”, does not say that only signatures may follow.'],
    })
  })

  it('is counted once, in however many fields it is shown', async () => {
    const { once, dana } = await signedRecord()
    const value = [...opened(once).objects.values()].find(
      ({ value: each }) => each.kind === 'dict' && each.entries.has('ByteRange'),
    )
    const two = [...opened(once).objects.values()].find(({ value: each }) => {
      const name = each.kind === 'dict' ? each.entries.get('T') : undefined
      return name?.kind === 'string' && Buffer.from(name.bytes).equals(Buffer.from('LecternSigner2'))
    })
    const report = await reportOf(
      updated(once, rewritten(once, two?.num ?? 0, { V: pdfRef(value?.num ?? 0) })),
      [dana],
    )
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain('The signature of “Dana Ortiz” is shown in more than one field.')
  })
})
