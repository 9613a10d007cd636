import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { bareDecision } from '../../../shared/meeting/decisionSchema'
import { RECORD_LAYOUT, type RecordData, type RecordFile } from '../../../shared/record/schema'
import { comparePrinted } from '../../../shared/verify/printed'
import { historyArb } from '../../helpers/histories'
import { Rehearsal, say } from '../../helpers/meetings'
import { ordinary } from '../record/meetings'
import { revisionOf } from '../record/records'
import { AT, RESOURCES, signed } from '../sign/signing'
import { opened } from './forging'
import { reportOf, signedRecord } from './verifying'

const OTHER = RECORD_LAYOUT + 1
const NOTE = `This record was made by another version of Lectern (layout ${OTHER}, this one has ${RECORD_LAYOUT}): its entries were compared with the pages, not every word, date and time printed there.`
const signers = [{ name: 'Dana Ortiz', role: 'Release manager' }]

const file = revisionOf(ordinary(), {
  signers,
  marks: [['Priya Nair', '', { kind: 'typed', text: 'P. Nair' }]],
})
const { record } = file

async function pdfOf(printed: RecordFile): Promise<Uint8Array> {
  return (await renderPdf({ file: printed, madeAt: AT, paper: 'A4', resources: RESOURCES })).bytes
}

/** The record with other data under the fingerprint that it had. */
function changed(change: Partial<RecordData>, of: RecordFile = file): RecordFile {
  return { ...of, record: { ...of.record, ...change } }
}

const backwards = changed({
  notes: record.notes.toReversed(),
  actions: record.actions.toReversed(),
  attendees: record.attendees.toReversed(),
  log: record.log.map((entry, index) => ({ ...entry, what: `Zeile ${index}` })),
})
const pages = pdfOf(backwards).then(opened)

describe('a record of another layout', () => {
  it('may say the same in other words and another order, which its own layout may not', async () => {
    expect(comparePrinted(await pages, { ...file, layout: OTHER })).toEqual({
      faults: [],
      notes: [NOTE],
      drawable: false,
    })
    expect(comparePrinted(await pages, file).faults).not.toEqual([])
  })

  it.each<[string, RecordFile, string]>([
    [
      'a decision',
      changed({ decisions: record.decisions.map((one) => ({ ...one, text: `${one.text}!` })) }),
      'Release 4.2 is halted until 25 Nov 14:00!',
    ],
    [
      'an objection',
      changed({ objections: record.objections.map((one) => ({ ...one, text: 'We love it' })) }),
      'We love it',
    ],
    [
      'an answer',
      changed({
        objections: record.objections.map((one) => ({
          ...one,
          answer: { at: AT, sayFirst: 'You are right', evidence: '' },
        })),
      }),
      'You are right',
    ],
    ['an owner', changed({ actions: record.actions.map((one) => ({ ...one, owner: 'Eve' })) }), 'Eve'],
    [
      'a note',
      changed({ notes: record.notes.map((one) => ({ ...one, text: 'Nobody came' })) }),
      'Nobody came',
    ],
    [
      'a parked question',
      changed({ parkingLot: record.parkingLot.map((one) => ({ ...one, text: 'Why?' })) }),
      'Why?',
    ],
    ['a stake', changed({ stakes: [{ id: 'x', title: 'Trust', text: 'All of it' }] }), 'All of it'],
    ['the bottom line', changed({ bottomLine: 'We ship today' }), 'We ship today'],
    ['a person', changed({ attendees: record.attendees.map((one) => ({ ...one, name: 'Max' })) }), 'Max'],
    [
      'a sign-off',
      { ...file, signOffs: file.signOffs.map((one) => ({ ...one, name: 'Mallory' })) },
      'Mallory',
    ],
    ['the fingerprint', { ...file, fingerprint: 'ab'.repeat(32) }, 'ab'.repeat(32)],
  ])('names what is not printed: %s', async (_what, attached, text) => {
    const { faults } = comparePrinted(await pages, { ...attached, layout: OTHER })
    expect(faults).toContain(`The attached record says something that is not printed: “${text}”.`)
  })

  it(
    'finds every entry of any record, also where pages and fonts break it',
    { timeout: 120_000 },
    async () => {
      const long = 'the deadline is tight and everybody knows it. '.repeat(180)
      const strange = [
        'قرر الفريق تأجيل الإصدار 4.2 (الجمعة)',
        'office ffi \u{1F9FF} Zoe\u0308',
        'x'.repeat(9_000),
      ]
      const made = new Rehearsal().do(say.start, say.decision(long), say.note(strange.slice(0, 2).join(' ')))
      const told = revisionOf(made.do(...strange.map(say.note), say.note(`${'שלום לכולם '.repeat(400)}.`)))
      const broken = opened(await pdfOf(told))
      expect(comparePrinted(broken, { ...told, layout: OTHER }).faults).toEqual([])
      const other = { ...bareDecision(), id: 'x', at: AT, text: `${long}so` }
      const { faults } = comparePrinted(broken, { ...changed({ decisions: [other] }, told), layout: OTHER })
      expect(faults).toHaveLength(1)
      await fc.assert(
        fc.asyncProperty(historyArb, async (commands) => {
          const meeting = new Rehearsal()
          for (const command of commands) meeting.try(command)
          const any = revisionOf(meeting, { signers })
          const document = opened(await pdfOf(any))
          expect(comparePrinted(document, { ...any, layout: OTHER }).faults).toEqual([])
        }),
        { numRuns: 6 },
      )
    },
  )

  it('is intact when signed, and says how it was compared', async () => {
    const { dana } = await signedRecord()
    const bytes = await signed(await pdfOf({ ...file, layout: OTHER }), {
      identity: dana,
      field: 'LecternSigner1',
    })
    expect(await reportOf(bytes, [dana])).toMatchObject({ verdict: 'intact', findings: [NOTE] })
  })
})
