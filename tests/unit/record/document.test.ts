import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { recordDocument } from '../../../shared/record/document'
import type { RecordFile } from '../../../shared/record/schema'
import {
  after,
  agreed,
  attendee,
  created,
  decided,
  ended,
  joined,
  MADE_AT,
  meetingOf,
  noted,
  ordinary,
  raised,
  RESOURCES,
  started,
  uuid,
} from './meetings'
import { canReadPdf, textOf } from './pdf'
import { draftOf, fixedFile, revisionOf, scribble } from './records'

const documentOf = (file: RecordFile) => recordDocument({ file, madeAt: MADE_AT, paper: 'A4' })
const textIn = (file: RecordFile) => JSON.stringify(documentOf(file).content)
const print = 'ab12cd34'.repeat(8)

/** Two and a half lines. */
const LONG =
  'We have promised this date to eleven customers in writing and marketing has already announced it on every channel, so moving it costs us the trust that we spent two years building'

/** As much as a first page can be asked to hold. */
function crowded(): RecordFile {
  const people = Array.from({ length: 24 }, (_, index) =>
    attendee(index, `Anastasia Marchetti-Rasmussen the ${index}th`, 'Head of Quality Assurance and Release'),
  )
  const made = meetingOf([
    created(LONG),
    ...people.map(joined),
    [0, { type: 'plan.dated', date: 'originalDate', to: after(20), was: null }],
    [0, { type: 'plan.dated', date: 'override', to: after(200), was: null }],
    started,
    ...Array.from({ length: 9 }, (_, index) => decided(2, index, `${index} ${LONG}`)),
    ...Array.from({ length: 9 }, (_, index) => raised(2, index, LONG, uuid(101))),
    ...Array.from({ length: 9 }, (_, index) => agreed(2, index, LONG, uuid(102), after(99))),
    ended(30),
  ])
  return revisionOf(made, { number: 2, supersedes: print, signers: people })
}

describe('recordDocument', () => {
  it('is plain data that can be copied to another thread', () => {
    const document = documentOf(revisionOf(ordinary(), { marks: [['Ann', '', scribble()]] }))
    expect(structuredClone(document)).toEqual(document)
  })

  it('names in one line what was not recorded', () => {
    const made = meetingOf([created(), started, decided(1, 1, 'Go'), noted(2, 1, 'x'), ended(3)])
    expect(textIn(draftOf(made))).toContain(
      'Nothing was recorded under: objections, actions, parking-lot items and attendance.',
    )
  })

  it('says how many entries were left out on purpose, or that none were', () => {
    expect(textIn(revisionOf(ordinary(), { leftOut: [uuid(3001)] }))).toContain(
      '1 entry was left out of this record on purpose.',
    )
    expect(textIn(revisionOf(ordinary()))).toContain('Nothing that was captured was left out of this record.')
    expect(textIn(draftOf(ordinary()))).not.toContain('left out of this record')
  })

  it('prints the fingerprint in full, of this revision and of the one it supersedes', () => {
    const file = revisionOf(ordinary(), { number: 2, supersedes: print })
    const text = textIn(file).replaceAll(/\\n| /g, '')
    expect(text).toContain(file.fingerprint)
    expect(text).toContain(print)
    expect(text).toContain(file.record.revision?.head)
  })

  it('tells what still stands first, and in the words of who said it', () => {
    const { meeting, log } = ordinary()
    const text = JSON.stringify(documentOf(revisionOf({ meeting, log })).content.slice(0, 12))
    expect(text).toContain('“The deadline is tight and marketing has already announced the date”')
    expect(text.indexOf('Dana Ito: ')).toBeGreaterThan(text.indexOf('Priya Nair: '))
    expect(text).toContain('Those present: Priya Nair (Product Manager), Dana Ito (DevOps Lead)')
  })

  it('prints the answer that was given under the objection, and the rollback under the plan', () => {
    const { record } = revisionOf(ordinary())
    const [first, ...others] = record.objections
    if (first === undefined) throw new Error('no objection')
    const answer = { at: after(6), sayFirst: 'We feel the pressure too.', evidence: 'The leak grows.' }
    const text = textIn(
      fixedFile({
        ...record,
        objections: [{ ...first, answer }, ...others],
        plan: { ...record.plan, rollback: 'Back to 4.1 in ten minutes' },
      }),
    )
    for (const each of [
      'Answer given at 14:06',
      answer.sayFirst,
      answer.evidence,
      'Back to 4.1 in ten minutes',
    ])
      expect(text).toContain(each)
  })

  it('prints a bottom line in full that is too long for the first page', () => {
    const { record } = revisionOf(ordinary())
    const bottomLine = Array.from({ length: 200 }, (_, index) => `why${index}`).join(' ')
    expect(textIn(fixedFile({ ...record, bottomLine }))).toContain(bottomLine)
  })

  it('draws a drawn sign-off as lines within its room, and types a typed one', () => {
    const typedMark = { kind: 'typed', text: 'Bo in his own hand' } as const
    const marks = [
      ['Ann', 'CTO', scribble()],
      ['Bo', '', typedMark],
    ] as const
    const text = textIn(revisionOf(ordinary(), { marks }))
    const strokes = [...text.matchAll(/"type":"polyline","points":(\[.*?\])/g)].map(
      ([, points = '[]']) => JSON.parse(points) as { x: number; y: number }[],
    )
    expect(strokes.map((points) => points.length)).toEqual([120, 2, 2])
    for (const { x, y } of strokes.flat()) expect(x >= 0 && x <= 122 && y >= 0 && y <= 45).toBe(true)
    expect(text).toContain('Bo in his own hand')
    expect(text).toContain('Ann, CTO')
  })

  it('is a draft without fields where there is no fingerprint', () => {
    const file = revisionOf(ordinary())
    expect([documentOf(file).draft, documentOf(file).fields.length]).toEqual([false, 2])
    const without = documentOf({ ...file, fingerprint: null })
    expect([without.draft, without.fields.length]).toEqual([true, 0])
  })

  it.skipIf(!canReadPdf).each(['A4', 'Letter'] as const)(
    'keeps the summary of a crowded meeting to one page of %s (skipped: needs poppler-utils)',
    async (paper) => {
      const { bytes } = await renderPdf({ file: crowded(), madeAt: MADE_AT, paper, resources: RESOURCES })
      const [first = '', second = ''] = textOf(bytes).split('\f')
      for (const label of [
        'Why',
        'Decided by',
        'Objected',
        'Next step',
        'New date',
        'Held',
        'Revision',
        'Supersedes',
      ])
        expect(first).toContain(label)
      expect(second).not.toContain('Supersedes')
      expect(first).toMatch(/2\d more[\s\S]*6 more under Objections[\s\S]*and 8\s+more/)
    },
  )
})
