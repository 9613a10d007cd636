import { describe, expect, it } from 'vitest'

import { identity } from '../identity/identities'
import {
  AT,
  draftPdf,
  fromElsewhere,
  hasTools,
  looked,
  pdfsig,
  qpdfFaults,
  recordPdf,
  signed,
} from './signing'

/** A PDF with two pages and nothing else, its cross-references in a table. */
function plainPdf(catalog = '', page = ''): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    '[]',
    '<< /Fields [] >>',
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size 7 /Root 1 0 R /ID [<0102> <0304>] >>\nstartxref\n${text.length}\n%%EOF`
  return Buffer.from(`${text}xref\n0 7\n0000000000 65535 f \n${entries}${trailer}`, 'latin1')
}

const FORMS: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['without a form or annotations', async () => plainPdf()],
  ['with a form and annotations of their own', async () => plainPdf('/AcroForm 6 0 R', '/Annots 5 0 R')],
  [
    'with a form in the catalog',
    async () => plainPdf('/AcroForm << /Fields [] /SigFlags 0 >>', '/Annots []'),
  ],
  [
    'with object streams',
    async () => fromElsewhere(plainPdf('/AcroForm 6 0 R'), '--object-streams=generate'),
  ],
]

describe.skipIf(!hasTools)('a PDF from elsewhere', () => {
  it.each(FORMS)('%s is signed twice and stays sound', async (_name, make) => {
    const before = await make()
    const once = await signed(before, { field: null, identity: await identity('Dana') })
    const twice = await signed(once, { field: null, identity: await identity('Bo') })
    expect(pdfsig(twice)).toMatchObject({ valid: 2 })
    expect(qpdfFaults(twice)).toBe('')
    expect(Buffer.from(twice.subarray(0, before.length)).equals(before)).toBe(true)
    const form = looked(twice, 'qpdf', '--json', '--json-key=acroform', 'file.pdf').said
    expect(form).toContain('"Signature1"')
    expect(form).toContain('"Signature2"')
  })

  it('keeps its identifier and everything else of its trailer', async () => {
    const trailer = (bytes: Uint8Array) => looked(bytes, 'qpdf', '--show-object=trailer', 'file.pdf').said
    const said = trailer(await signed(plainPdf(), { field: null }))
    expect(said).toContain('<0102>')
    expect(said).toContain('<0304>')
    expect(said).toContain('/Root 1 0 R')
  })

  it('is not certified', async () => {
    const bytes = Buffer.from(await signed(plainPdf(), { field: null })).toString('latin1')
    expect(bytes).not.toContain('/DocMDP')
  })

  it('that is a record another program wrote anew, with cross-reference streams, is signed in its fields', async () => {
    const anew = fromElsewhere(await recordPdf(['Dana', 'Bo']), '--object-streams=generate')
    const once = await signed(anew, { field: 'LecternSigner2' })
    const twice = await signed(once, { field: 'LecternSigner1' })
    expect(pdfsig(twice).valid).toBe(2)
    expect(qpdfFaults(twice)).toBe('')
  })
})

describe.skipIf(!hasTools)('a signature on a record', () => {
  it('says who, when with the offset, and certifies only as the first', async () => {
    const pdf = await recordPdf(['Dana', 'Bo'])
    const once = await signed(pdf, { reason: 'Approved (all of it)' })
    const twice = await signed(once, { field: 'LecternSigner2' })
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
    expect(text(once)).toContain("/M (D:20261123181039+01'00')")
    expect(text(once)).toContain('/Reason (Approved \\(all of it\\))')
    expect(text(once).split('/DocMDP').length - 1).toBe(2)
    expect(text(twice).slice(once.length)).not.toContain('/DocMDP')
    expect(AT).toContain('+01:00')
  })

  it('changes one object of a co-signed record, and adds two', async () => {
    const once = await signed(await recordPdf(['Dana', 'Bo']))
    const twice = await signed(once, { field: 'LecternSigner2' })
    const update = Buffer.from(twice.subarray(once.length)).toString('latin1')
    expect(update.match(/^\d+ 0 obj$/gm)).toHaveLength(3)
  })

  it('embeds no font', async () => {
    const pdf = await recordPdf(['Dana'])
    const fonts = (bytes: Uint8Array) => looked(bytes, 'pdffonts', 'file.pdf').said
    expect(fonts(await signed(pdf))).toBe(fonts(pdf))
  })

  it('gives the same drawing for the same signature', async () => {
    const [pdf, who] = [await recordPdf(['Dana']), await identity()]
    const [one, other] = [await signed(pdf, { identity: who }), await signed(pdf, { identity: who })]
    expect(one.length).toBe(other.length)
  })

  it('is possible on the paper of a draft only once it is final', async () => {
    await expect(signed(await draftPdf(), { field: null })).rejects.toThrow('draft')
  })
})
