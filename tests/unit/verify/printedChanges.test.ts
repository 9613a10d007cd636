import { describe, expect, it } from 'vitest'

import { inflateNode } from '../../../electron/record/inflate'
import { renderPdf } from '../../../electron/record/renderPdf'
import { openPdf, type PdfDocument } from '../../../shared/pdf/document'
import type { RecordData, RecordFile } from '../../../shared/record/schema'
import { comparePrinted } from '../../../shared/verify/printed'
import { valueOf } from '../identity/identities'
import { ordinary } from '../record/meetings'
import { revisionOf } from '../record/records'
import { AT, RESOURCES } from '../sign/signing'

async function printed(file: RecordFile): Promise<PdfDocument> {
  const { bytes } = await renderPdf({ file, madeAt: AT, paper: 'A4', resources: RESOURCES })
  return valueOf(openPdf(bytes, { inflate: inflateNode }))
}

const file = revisionOf(ordinary(), { signers: [{ name: 'Dana Ortiz', role: '' }] })
const page = printed(file)

/** The record with other data under the fingerprint that was printed. */
function changed(change: (record: RecordData) => Partial<RecordData>): RecordFile {
  return { ...file, record: { ...file.record, ...change(file.record) } }
}

const first = <T>(items: readonly T[], change: (item: T) => T): T[] =>
  items.map((item, index) => (index === 0 ? change(item) : item))

describe('a record whose attached data is not what is printed', () => {
  it.each<[string, RecordFile, string]>([
    [
      'another decision',
      changed(({ decisions }) => ({ decisions: first(decisions, (one) => ({ ...one, text: 'We ship' })) })),
      'The attached record says something that is not printed: “1 · 14:12 · We ship”.',
    ],
    [
      'a letter more',
      changed(({ decisions }) => ({
        decisions: first(decisions, (one) => ({ ...one, text: `${one.text}!` })),
      })),
      'The attached record says something that is not printed: “1 · 14:12 · Release 4.2 is halted until 25 Nov 14:00!”.',
    ],
    [
      'another title',
      changed(({ meeting }) => ({ meeting: { ...meeting, title: 'Halt release 4.3' } })),
      'The attached record says something that is not printed: “Halt release 4.3”.',
    ],
    [
      'an owner who is printed elsewhere',
      changed(({ actions }) => ({ actions: first(actions, (one) => ({ ...one, owner: 'Priya Nair' })) })),
      'The attached record says something that is not printed: “1 · Rework the token refresh · Priya Nair · Fri 27 Nov 2026, 17:00 · open”.',
    ],
    [
      'another date',
      changed(({ actions }) => ({
        actions: first(actions, (one) => ({ ...one, due: '2026-11-30T17:00:00.000+01:00' })),
      })),
      'The attached record says something that is not printed: “1 · Rework the token refresh · Dana Ito · Mon 30 Nov 2026, 17:00 · open”.',
    ],
    [
      'another line of the log',
      changed(({ log }) => ({ log: log.map((one, at) => (at === 3 ? { ...one, what: 'Nothing' } : one)) })),
      'The attached record says something that is not printed: “14:08 · Nothing · Sofia Marchetti”.',
    ],
    [
      'a person left out',
      changed(({ attendees }) => ({ attendees: attendees.slice(1) })),
      'Page 3 says something that the attached record does not: “Priya Nair Product Manager Northwind Bank”.',
    ],
  ])('%s', async (_what, attached, sentence) => {
    const { faults } = comparePrinted(await page, attached)
    expect(faults.join('\n')).toContain(sentence)
  })

  it('is the same record where nothing was changed', async () => {
    expect(comparePrinted(await page, file)).toEqual({ faults: [], notes: [], drawable: true })
  })
})
