import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { inflateNode } from '../../../electron/record/inflate'
import { attachmentOf } from '../../../shared/pdf/attachments'
import { openPdf } from '../../../shared/pdf/document'
import { signatureFieldsOf } from '../../../shared/pdf/forms'
import { pagesOf } from '../../../shared/pdf/pages'
import { pageTexts } from '../../../shared/pdf/pageText'
import { pdfOf, PLAIN } from '../../faults/hostilePdfs'
import { valueOf } from '../identity/identities'
import { recordPdf, signed } from '../sign/signing'

const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined
const opened = (bytes: Uint8Array, end?: number) =>
  valueOf(openPdf(bytes, end === undefined ? { inflate: inflateNode } : { inflate: inflateNode, end }))

/** The same document as qpdf writes it by these options. */
function rewritten(bytes: Uint8Array, ...options: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-reader-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes)
    return execFileSync('qpdf', ['in.pdf', ...options, '-'], { cwd: folder, maxBuffer: 1 << 28 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('openPdf', () => {
  it('reads a record: its pages, its fields and the record itself', async () => {
    const document = opened(await recordPdf(['Dana Ortiz']))
    expect(document.sections.map(({ kind }) => kind)).toEqual(['table'])
    expect(document.nextNumber).toBe(Math.max(...document.objects.keys()) + 1)
    expect(
      signatureFieldsOf(document).map(({ name, value, widgets }) => [name, value, widgets[0]?.pages]),
    ).toEqual(
      ['LecternSigner1', 'LecternFurther1', 'LecternFurther2'].map((name) => [
        name,
        null,
        [pagesOf(document).length - 1],
      ]),
    )
    const attached = valueOf(attachmentOf(document, 'record.json'))
    expect(JSON.parse(Buffer.from(attached ?? []).toString())).toMatchObject({ format: 'lectern-record' })
    expect(valueOf(attachmentOf(document, 'other.json'))).toBeNull()
    expect(valueOf(pageTexts(document))[0]?.join('')).toContain('DECISION RECORD')
  })

  it('reads an earlier state of a file as it was', async () => {
    const before = await recordPdf(['Dana Ortiz'])
    const after = await signed(before)
    expect(opened(after).sections).toHaveLength(2)
    const earlier = opened(after, before.length)
    expect(earlier.sections).toHaveLength(1)
    expect(earlier.startxref).toBe(opened(before).startxref)
    expect([...earlier.objects.keys()]).toEqual([...opened(before).objects.keys()])
  })

  it.skipIf(!hasQpdf).each([
    ['object streams', ['--object-streams=generate'], 'stream'],
    ['a linearised file', ['--linearize'], 'table'],
    ['a linearised file with object streams', ['--linearize', '--object-streams=generate'], 'stream'],
    ['streams that are not packed', ['--stream-data=uncompress'], 'table'],
  ] as const)('reads %s', async (_what, options, kind) => {
    const bytes = await recordPdf(['Dana Ortiz'])
    const [one, other] = [opened(bytes), opened(rewritten(bytes, ...options))]
    expect(other.sections[0]?.kind).toBe(kind)
    expect(valueOf(pageTexts(other))).toEqual(valueOf(pageTexts(one)))
    const record = (document: typeof one) => Buffer.from(valueOf(attachmentOf(document, 'record.json')) ?? [])
    expect(record(other).equals(record(one))).toBe(true)
  })

  it('says where each object lies, from its header to its end', () => {
    const bytes = pdfOf(PLAIN)
    for (const { num, place } of opened(bytes).objects.values()) {
      const { start, end } = place.kind === 'file' ? place.span : { start: 0, end: 0 }
      expect(Buffer.from(bytes.subarray(start, end)).toString()).toMatch(
        new RegExp(`^${num} 0 obj\\n[^]*\\nendobj$`),
      )
    }
  })

  it('finds objects of a hybrid file in the stream beside the table', () => {
    const text = Buffer.from(pdfOf([...PLAIN, '(hidden)'])).toString('latin1')
    const table = text.lastIndexOf('xref\n0')
    const hidden = text.indexOf('4 0 obj')
    const entry = [1, hidden >> 8, hidden & 255, 0].map((byte) => String.fromCharCode(byte)).join('')
    const xref = `5 0 obj\n<< /Type /XRef /W [1 2 1] /Index [4 1] /Size 5 /Length 4 >>\nstream\n${entry}\nendstream\nendobj\n`
    const rest = text
      .slice(table)
      .replace(/\d{10} 00000 n \ntrailer/, '0000000000 00000 f \ntrailer')
      .replace('/Root', `/XRefStm ${table} /Root`)
      .replace(/startxref\n\d+/, `startxref\n${table + xref.length}`)
    const document = opened(Buffer.from(text.slice(0, table) + xref + rest, 'latin1'))
    expect(document.sections[0]?.hybrid).toBe(true)
    expect(document.objects.get(4)?.value).toMatchObject({ kind: 'string' })
  })

  it('leaves what follows the end to the caller', () => {
    const bytes = pdfOf(PLAIN)
    const { tail } = opened(Buffer.concat([bytes, Buffer.from('and more')]))
    expect(tail.end).toBe(bytes.length - 1)
  })
})
