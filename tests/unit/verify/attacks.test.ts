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

import { INK } from '../../../shared/record/pdf'
import { identity, valueOf } from '../identity/identities'
import { signed } from '../sign/signing'
import { opened, rewritten, updated } from './forging'
import { signedFirst } from './oneSection'
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

const numbers = (...all: readonly number[]) => pdfArray(all.map((at) => pdfNumber(at)))
/** `#rrggbb` as a page writes it. */
const colour = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).join(' ')

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
    const once = await signedFirst(prepared, dana)
    const first = await reportOf(once, [dana])
    expect(first.verdict).toBe('changed')
    expect(first.findings).toEqual([
      `The file names a part that is not there (object ${late}): it could be put there after the signatures.`,
      'Page 1 holds something that Lectern does not draw: something laid on it.',
    ])
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
  const inPieces = (base: Uint8Array) => {
    const page = firstPage(base)
    const n = opened(base).nextNumber
    const padding = deflateSync(Buffer.alloc(1_000_000, ' '), { level: 0 }).toString('latin1')
    const parts = [pdfRef(n), ...Array.from({ length: 42 }, () => pdfRef(n + 1))]
    return updated(
      base,
      rewritten(base, page.num, { Contents: pdfArray(parts) }),
      { num: n, gen: 0, text: stream('', 'BT ET') },
      { num: n + 1, gen: 0, text: stream('/Filter /FlateDecode', padding) },
    )
  }
  /** The file whose first page draws something else. */
  const drawing = (edit: (content: string) => string) => (base: Uint8Array) => {
    const document = opened(base)
    const { num } = there(refAt(firstPage(base).dict, 'Contents'))
    const value = document.resolve(pdfRef(num))
    const data = value.kind === 'stream' ? valueOf(document.streamData(value)) : new Uint8Array()
    const content = edit(latin1(data))
    expect(content).not.toBe(latin1(data))
    return updated(base, { num, gen: 0, text: stream('', content) })
  }
  const page1 = (what: string) => [`Page 1 holds something that Lectern does not draw: ${what}.`]
  const file = (what: string) => [`The file holds something that Lectern does not draw: ${what}.`]
  const catalog = (entries: Record<string, PdfValue>) => (base: Uint8Array) =>
    updated(base, rewritten(base, rootOf(base), entries))
  const onPage = (entries: Record<string, PdfValue>) => (base: Uint8Array) =>
    updated(base, rewritten(base, firstPage(base).num, entries))

  it.each<[string, (base: Uint8Array) => Uint8Array, readonly string[]]>([
    ['a stamp over a page', laidOver, page1('something laid on it')],
    [
      'white over its text',
      drawing((content) => `${content}\nq 1 1 1 rg 0 0 600 842 re f Q`),
      page1('the operator “rg”'),
    ],
    [
      'white over its text, in the words Lectern uses',
      drawing((content) => `${content}\nq /DeviceRGB cs 1 1 1 scn 0 0 600 842 re f Q`),
      page1('a colour that records do not have'),
    ],
    [
      'a colour of records over its text',
      drawing(
        (content) => `q 1 0 0 -1 0 841.89 cm /DeviceRGB cs ${colour(INK)} scn 0 0 600 842 re f Q\n${content}`,
      ),
      page1('a shape over its text'),
    ],
    [
      'a picture in a colour of records beside its text',
      drawing(
        (content) => `q 1 0 0 -1 0 841.89 cm /DeviceRGB cs ${colour(INK)} scn 2 2 9 9 re f Q\n${content}`,
      ),
      ['The shapes drawn on the pages are not those of the attached record.'],
    ],
    [
      'another text in pieces, and more than can be compared',
      inPieces,
      [
        ...page1('text in more than one piece'),
        'The printed text is too long to be compared with the attached record here.',
      ],
    ],
    [
      'a text that is moved by more values than one reads',
      drawing((content) => content.replace(/(1 0 0 1 \S+ \S+) Tm/, '$1 1 0 0 1 9 9 Tm')),
      page1('the operator “Tm” with other values than it takes'),
    ],
    [
      'letters too small to see by more values than one reads',
      drawing((content) => content.replace(/(\/\w+ \S+) Tf/, '$1 0.01 Tf')),
      page1('the operator “Tf” with other values than it takes'),
    ],
    [
      'no end of values',
      drawing((content) => `${'0 '.repeat(3_000)}${content}`),
      [...page1('something that cannot be read'), 'This PDF gives an operator more than it takes.'],
    ],
    [
      'less of a page',
      onPage({ CropBox: numbers(0, 700, 595.28, 841.89) }),
      page1('a page with an entry /CropBox'),
    ],
    ['a page that is turned', onPage({ Rotate: pdfNumber(180) }), page1('a page with an entry /Rotate')],
    ['larger paper', onPage({ MediaBox: numbers(0, 0, 1200, 1700) }), page1('paper of another size')],
    [
      'a script',
      catalog({ OpenAction: pdfDict({ S: pdfName('JavaScript') }) }),
      file('a catalog with an entry /OpenAction'),
    ],
    ['layers', catalog({ OCProperties: pdfDict({}) }), file('a catalog with an entry /OCProperties')],
  ])('is not taken for a record: %s', async (_what, prepare, findings) => {
    const { base, dana } = await signedRecord()
    const report = await reportOf(await signedFirst(prepare(base), dana), [dana])
    expect(report).toMatchObject({ verdict: 'changed', findings })
  })

  it('has no font change what was said', async () => {
    const { base, dana } = await signedRecord()
    const swap = drawing((content) => {
      const fonts = [...new Set(content.match(/\/F\d+(?= \S+ Tf)/g))]
      expect(fonts.length).toBeGreaterThan(1)
      const first = /BT\n(1 0 0 1 \S+ \S+ Tm)\n\/(F\d+) (\S+) Tf/
      return content.replace(first, (_all, place: string, name: string, size: string) => {
        const other = fonts.find((font) => font !== `/${name}`) ?? ''
        return `${other} ${size} Tf q /${name} ${size} Tf Q BT\n${place}`
      })
    })
    const report = await reportOf(await signedFirst(swap(base), dana), [dana])
    expect(report.verdict).toBe('changed')
    expect(report.findings[0]).toMatch(/^(The attached record|Page 1) says something that/)
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
