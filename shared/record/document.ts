import { formatMoment } from '../capture/due'
import type { LogEntry } from '../meeting/entries'
import { publicView } from '../meeting/publicView'
import type { Meeting } from '../meeting/schema'
import { attendance } from './attendance'
import { checklist, followUp } from './closing'
import type { PdfNode, RecordDocument } from './pdf'
import * as sections from './sections'
import type { RecordSource } from './sections'
import { summary } from './summary'
import { quiet } from './table'
import { planSection } from './timeline'
import { clipped, listed } from './words'

/** What a record is made from. `madeAt` is a moment (ISO 8601); `draft` marks every page. */
export type RecordInput = {
  readonly meeting: Meeting
  readonly log: readonly LogEntry[]
  readonly draft: boolean
  readonly madeAt: string
}

/** What was not recorded at all, in one quiet line instead of empty tables. */
function absences({ view, meeting }: RecordSource): readonly PdfNode[] {
  const empty = [
    view.concerns.length === 0 ? ['objections'] : [],
    view.decisions.length === 0 ? ['decisions'] : [],
    view.actions.length === 0 ? ['actions'] : [],
    meeting.parkingLot.length === 0 ? ['parking-lot items'] : [],
    meeting.notes.length === 0 ? ['notes'] : [],
    meeting.attendees.length === 0 ? ['attendance'] : [],
  ].flat()
  if (empty.length === 0) return []
  return [quiet(`Nothing was recorded under: ${listed(empty)}.`, { margin: [0, 22, 0, 0] })]
}

/**
 * The decision record as a document: the summary first, then everything that was captured. Made of the
 * public view, the notes and the parking lot; no script, response, tip, source or e-mail address gets in.
 */
export function recordDocument(input: RecordInput): RecordDocument {
  const { meeting, log, draft, madeAt } = input
  const view = publicView(meeting)
  const source = { meeting, view, log, madeAt }
  return {
    title: `Decision record: ${view.title}`,
    language: meeting.playbook.language,
    madeAt,
    draft,
    running: `${clipped(view.title, 40)} · Decision record, made ${formatMoment(madeAt, view.timeZone)}`,
    content: [
      ...summary(source, draft),
      ...sections.stakes(source),
      ...planSection(view, meeting),
      ...sections.objections(source),
      ...sections.decisions(source),
      ...sections.actions(source),
      ...sections.parkingLot(source),
      ...sections.notes(source),
      ...followUp(source),
      ...checklist(source),
      ...attendance(source),
      ...absences(source),
      ...sections.logSummary(source),
    ],
  }
}
