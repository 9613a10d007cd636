import { deflateSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { itemsAt, refAt } from '../../../shared/pdf/access'
import { signatureFieldsOf } from '../../../shared/pdf/forms'
import { pagesOf } from '../../../shared/pdf/pages'
import {
  bytesOf,
  latin1,
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRef,
  type PdfValue,
} from '../../../shared/pdf/values'

import { identity } from '../identity/identities'
import { signed } from '../sign/signing'
import { opened, rewritten, updated } from './forging'
import { reportOf, signedRecord } from './verifying'

const stream = (dict: string, data: string) =>
  `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`
const PICTURE = '1 1 0.8 rg 0 0 480 300 re f'
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 480 300] /Resources << >>'
const LAID = (look: number) =>
  `<< /Type /Annot /Subtype /Stamp /F 4 /Rect [56 480 540 780] /AP << /N ${look} 0 R >> >>`

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('This record is not as the test needs it')
  return value
}

const rootOf = (bytes: Uint8Array) => there(refAt(opened(bytes).trailer, 'Root')).num
const firstPage = (bytes: Uint8Array) => there(pagesOf(opened(bytes))[0])

describe('what somebody without a key puts into a signed record', () => {
  it('is no signature, though it looks like one', async () => {
    const { once, dana, bo } = await signedRecord()
    const field = there(signatureFieldsOf(opened(once)).find(({ name }) => name === 'LecternSigner2'))
    const n = opened(once).nextNumber
    const filled = updated(
      once,
      { num: n, gen: 0, text: '0' },
      { num: n + 1, gen: 0, text: stream(FORM, PICTURE) },
      rewritten(once, field.num, { V: pdfRef(n), AP: pdfDict({ N: pdfRef(n + 1) }) }),
    )
    const report = await reportOf(filled, [dana, bo])
    expect(report.verdict).toBe('changed')
    expect(report.missing).toContain('Bo Li')
    expect(report.findings).toContain(
      `After the signature of “Dana Ortiz”, the signature field “LecternSigner2” (object ${field.num}) was changed.`,
    )
  })

  it.each([
    [
      'a number that is too long',
      (table: string) => table.replace('xref\n', 'xref\n0 1\n0000000000 999999999999999 f \n'),
    ],
    [
      'a part of the list that is nowhere',
      (table: string) => table.replace('xref\n', 'xref\n999999999999999 0\n'),
    ],
    ['a comment in the list', (table: string) => table.replace('xref\n', 'xref %\n')],
  ])('is not shown by other programs alone: %s', async (_what, broken) => {
    const { once, dana } = await signedRecord()
    const n = opened(once).nextNumber
    const text = there(refAt(firstPage(once).dict, 'Contents')).num
    const shadow = `\nendstream\nendobj\n${text} 0 obj\n${stream('', PICTURE)}\nendobj\n`
    const hidden = latin1(
      updated(once, rewritten(once, rootOf(once), { DSS: pdfDict({ X: pdfRef(n) }) }), {
        num: n,
        gen: 0,
        text: stream('', shadow),
      }),
    )
    const at = hidden.lastIndexOf('\nxref') + 1
    const report = await reportOf(bytesOf(hidden.slice(0, at) + broken(hidden.slice(at))), [dana])
    expect(['changed', 'unreadable']).toContain(report.verdict)
  })
})

describe('what a signer prepared', () => {
  it('does not come to life once others have signed', async () => {
    const { base, dana, bo } = await signedRecord()
    const page = firstPage(base)
    const late = opened(base).nextNumber + 400
    const annots = [...itemsAt(page.dict, 'Annots', opened(base).resolve), pdfRef(late)]
    const prepared = updated(base, rewritten(base, page.num, { Annots: pdfArray(annots) }))
    const once = await signed(prepared, { identity: dana, field: 'LecternSigner1' })
    expect((await reportOf(once, [dana])).verdict).toBe('changed')
    const filled = updated(
      once,
      { num: late, gen: 0, text: LAID(late + 1) },
      { num: late + 1, gen: 0, text: stream(FORM, PICTURE) },
      rewritten(once, rootOf(once), { DSS: pdfDict({ X: pdfRef(late) }) }),
    )
    const twice = await signed(filled, { identity: bo, field: 'LecternSigner2' })
    const { verdict, findings } = await reportOf(twice, [dana, bo])
    expect(verdict).toBe('changed')
    expect(findings.join('\n')).toMatch(/After the signature of “Dana Ortiz”, .*something laid on page 1/)
  })

  const laidOver = (base: Uint8Array) => {
    const page = firstPage(base)
    const n = opened(base).nextNumber
    const annots = [...itemsAt(page.dict, 'Annots', opened(base).resolve), pdfRef(n)]
    return updated(
      base,
      rewritten(base, page.num, { Annots: pdfArray(annots) }),
      { num: n, gen: 0, text: LAID(n + 1) },
      { num: n + 1, gen: 0, text: stream(FORM, PICTURE) },
    )
  }
  const withContent = (base: Uint8Array, more: string, data: readonly number[] = []) => {
    const page = firstPage(base)
    const n = opened(base).nextNumber
    const contents: PdfValue = pdfRef(there(refAt(page.dict, 'Contents')).num)
    const parts = [...(data.length > 0 ? [] : [contents]), pdfRef(n), ...data.map(() => pdfRef(n + 1))]
    const padding = deflateSync(Buffer.alloc(1_000_000, ' '), { level: 0 }).toString('latin1')
    return updated(
      base,
      rewritten(base, page.num, { Contents: pdfArray(parts) }),
      { num: n, gen: 0, text: stream('', more) },
      { num: n + 1, gen: 0, text: stream('/Filter /FlateDecode', padding) },
    )
  }

  it.each([
    ['a stamp over a page', laidOver],
    ['white over its text', (base: Uint8Array) => withContent(base, 'q 1 1 1 rg 0 0 600 842 re f Q')],
    [
      'another text, and more than can be compared',
      (base: Uint8Array) =>
        withContent(
          base,
          'BT ET',
          Array.from({ length: 42 }, () => 0),
        ),
    ],
    [
      'less of a page',
      (base: Uint8Array) =>
        updated(
          base,
          rewritten(base, firstPage(base).num, {
            CropBox: pdfArray([0, 700, 595.28, 841.89].map((at) => pdfNumber(at))),
          }),
        ),
    ],
    [
      'a script',
      (base: Uint8Array) =>
        updated(base, rewritten(base, rootOf(base), { OpenAction: pdfDict({ S: pdfName('JavaScript') }) })),
    ],
  ])('is not taken for a record: %s', async (_what, prepare) => {
    const { base, dana } = await signedRecord()
    const once = await signed(prepare(base), { identity: dana, field: 'LecternSigner1' })
    expect((await reportOf(once, [dana])).verdict).toBe('changed')
  })
})

describe('a name', () => {
  it('does not speak for the verifier, and known names stay with their certificates', async () => {
    const { base, dana } = await signedRecord()
    const liar = await identity('Dana Ortiz, whose certificate is known here')
    const lied = await reportOf(await signed(base, { identity: liar, field: 'LecternFurther1' }), [dana])
    expect(lied.findings.join('\n')).toContain('“Dana Ortiz, whose certificate is known here”')
    const impostor = await identity('Dana Ortiz')
    const report = await reportOf(await signed(base, { identity: impostor, field: 'LecternSigner1' }), [dana])
    expect(report.missing).toContain('Dana Ortiz')
    expect(report.signers[0]?.known).toBe(false)
  })
})
