import { deflateSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { recordJson } from '../../../shared/record/recordJson'
import { ordinary } from '../record/meetings'
import { draftOf, fixedFile, revisionOf } from '../record/records'
import { draftPdf, fromElsewhere, recordPdf, signed } from '../sign/signing'
import { opened, updated } from './forging'
import { asOneSection, signedFirst } from './oneSection'
import { reportOf, signedRecord } from './verifying'

const file = revisionOf(ordinary(), { signers: [{ name: 'Dana Ortiz', role: 'Release manager' }] })

/** The unsigned PDF with something else attached under the same name. */
async function withAttached(content: unknown): Promise<Uint8Array> {
  const bytes = await recordPdf(['Dana Ortiz'])
  const found = [...opened(bytes).objects.values()].find(({ value }) => {
    const type = value.kind === 'stream' ? value.dict.entries.get('Type') : undefined
    return type?.kind === 'name' && type.name === 'EmbeddedFile'
  })
  const data = deflateSync(typeof content === 'string' ? content : recordJson(content))
  const text = `<< /Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`
  return updated(bytes, { num: found?.num ?? 0, gen: 0, text })
}

describe('a record that somebody changed before it was signed', () => {
  it.each<[string, unknown, string]>([
    [
      'another decision than the printed one',
      fixedFile({
        ...file.record,
        decisions: file.record.decisions.map((each) => ({ ...each, text: 'We ship' })),
      }),
      'The attached record says something that is not printed: “1 · 14:12 · We ship”.',
    ],
    [
      'a log that does not hold together',
      fixedFile({ ...file.record, log: file.record.log.filter((_entry, index) => index !== 2) }),
      'The attached record does not hold together: record.log[2]: it does not follow the entry before it.',
    ],
    [
      'another fingerprint',
      { ...file, fingerprint: 'ab'.repeat(32) },
      'The attached record does not hold together: fingerprint: it is not the fingerprint of this record.',
    ],
    [
      'no record',
      { format: 'lectern-record', version: 1 },
      'The attached record was changed: it cannot be read any more.',
    ],
    ['no JSON', '{ "format": ', 'The attached record was changed: it cannot be read any more.'],
  ])('%s', async (_what, content, sentence) => {
    const { dana } = await signedRecord()
    const bytes = await withAttached(content)
    const unsigned = await reportOf(bytes)
    expect(unsigned.verdict).toBe('changed')
    expect(unsigned.findings).toContain(sentence)
    const report = await reportOf(await signedFirst(bytes, dana), [dana])
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(sentence)
    expect(report.findings.join()).not.toContain('Before the first signature')
  })

  const text = recordJson(file)
  it.each<[string, string]>([
    ['a key twice', text.replace('{\n  "format"', '{\n  "fingerprint": null,\n  "format"')],
    [
      'a key twice, further in',
      text.replace('"bottomLine": ', '"bottomLine": "We ship on Friday",\n    "bottomLine": '),
    ],
    ['other blanks', JSON.stringify(file)],
    ['something behind it', `${text} `],
    ['letters written otherwise', text.replace('"lectern-record"', '"lectern\\u002drecord"')],
    ['numbers written otherwise', text.replace('"version": 1,', '"version": 1.0,')],
  ])('is not taken where other programs could read something else: %s', async (_what, content) => {
    const { dana } = await signedRecord()
    expect(content).not.toBe(text)
    const prepared = await withAttached(content)
    expect((await reportOf(asOneSection(prepared))).verdict).toBe('changed')
    const report = await reportOf(await signedFirst(prepared, dana), [dana])
    expect(report).toMatchObject({
      verdict: 'changed',
      findings: [
        'The attached record is not written the way Lectern writes it: programs could read different things from it.',
      ],
    })
  })

  it('is intact where it was written anew with the same record', async () => {
    const { dana, base } = await signedRecord()
    const report = await reportOf(await signedFirst(base, dana), [dana])
    expect(report).toMatchObject({ verdict: 'intact', findings: [] })
    const same = await reportOf(await signedFirst(await withAttached(file), dana), [dana])
    expect(same).toMatchObject({ verdict: 'intact', findings: [] })
  })

  it('is not read where it is newer than this Lectern', async () => {
    const report = await reportOf(await withAttached({ ...file, version: 99 }))
    expect(report.verdict).toBe('unreadable')
    expect(report.findings[0]).toMatch(/newer Lectern/)
  })
})

describe('what is no signed record', () => {
  it('is a draft, and says so', async () => {
    expect(draftOf(ordinary()).fingerprint).toBeNull()
    const report = await reportOf(await draftPdf())
    expect(report).toEqual({
      verdict: 'unsigned',
      revision: null,
      fingerprint: null,
      signers: [],
      missing: [],
      findings: ['It is a draft: it may still change, and a draft is not to be signed.'],
    })
  })

  it('is a revision nobody signed', async () => {
    const { base } = await signedRecord()
    const report = await reportOf(base)
    expect(report).toMatchObject({
      verdict: 'unsigned',
      revision: 1,
      missing: ['Dana Ortiz', 'Bo Li'],
      findings: [],
    })
    expect(report.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is a PDF from elsewhere, signed or not', async () => {
    const { dana } = await signedRecord()
    const other = fromElsewhere(await draftPdf(), '--remove-attachment=record.json')
    expect(await reportOf(other)).toMatchObject({
      verdict: 'foreign',
      findings: ['It holds no record of Lectern’s (record.json).', 'It is not signed.'],
    })
    const bytes = await signed(other, { identity: dana, field: null })
    const report = await reportOf(bytes, [dana])
    expect(report.verdict).toBe('foreign')
    expect(report.signers).toMatchObject([{ name: 'Dana Ortiz', status: 'valid', known: true }])
    expect(report.findings).toContain('The signature of “Dana Ortiz” holds.')
  })
})
