import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderPdf } from '../../../electron/record/renderPdf'
import { draftFile, revisionFile } from '../../../shared/record/file'
import type { RecordData, RecordFile } from '../../../shared/record/schema'
import { decisionHistoryArb, finalisedHistoryArb, historyArb } from '../../helpers/histories'
import { must, Rehearsal } from '../../helpers/meetings'
import { MADE_AT, RESOURCES } from './meetings'
import { canCheckPdf, canReadPdf, packedText, qpdfFaults } from './pdf'

/** Everything a person typed that a record prints. */
function typed(data: RecordData): readonly string[] {
  const captured = [data.decisions, data.actions, data.parkingLot, data.notes, data.objections].flat()
  return [
    data.meeting.title,
    data.meeting.place,
    data.bottomLine,
    data.plan.rollback,
    ...captured.map(({ text }) => text),
    ...data.decisions.flatMap(({ options, positions, readBacks }) => [
      ...options,
      ...positions.flatMap(({ name, reason }) => [name, reason]),
      ...readBacks.map(({ text }) => text),
    ]),
    ...[...data.actions, ...data.parkingLot].map(({ owner }) => owner),
    ...data.objections.flatMap(({ who, answer }) => [who, answer?.sayFirst ?? '', answer?.evidence ?? '']),
    ...data.stakes.flatMap(({ title, text }) => [title, text]),
    ...data.attendees.flatMap(({ name, role, organisation }) => [name, role, organisation]),
    ...data.signers.flatMap(({ name, role }) => [name, role]),
    ...(data.followUp === null ? [] : [data.followUp.where, data.followUp.agenda]),
    ...data.log.map(({ what }) => what),
  ]
}

/** The Latin words of a text; of a longer one, a page's end may come in the middle. */
function latinWords(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /^[A-Za-z0-9\u00C0-\u017F]{1,200}$/.test(word))
}

function recordOf(rehearsal: Rehearsal): RecordFile {
  const { meeting, log } = rehearsal
  const last = meeting.revisions.at(-1)
  return last === undefined ? draftFile(meeting, log) : must(revisionFile(meeting, log, last.number))
}

describe.skipIf(!canReadPdf || !canCheckPdf)(
  'random meetings (skipped: needs poppler-utils and qpdf)',
  () => {
    it('are printed without losing a Latin word', { timeout: 240_000 }, async () => {
      let [words, revisions] = [0, 0]
      const history = fc.oneof(historyArb, finalisedHistoryArb, decisionHistoryArb)
      const property = fc.asyncProperty(history, fc.constantFrom('A4', 'Letter'), async (commands, paper) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const file = recordOf(rehearsal)
        const { bytes } = await renderPdf({ file, madeAt: MADE_AT, paper, resources: RESOURCES })
        const text = packedText(bytes)
        const wanted = [...new Set(typed(file.record).flatMap(latinWords))]
        expect(wanted.filter((word) => !text.includes(word))).toEqual([])
        expect(qpdfFaults(bytes)).toBe('')
        words += wanted.length
        revisions += file.fingerprint === null ? 0 : 1
      })
      await fc.assert(property, { numRuns: 40 })
      expect(words).toBeGreaterThan(600)
      expect(revisions).toBeGreaterThan(3)
    })
  },
)
