import { formatDay, formatMoment } from '../capture/due'
import { attendance } from './attendance'
import { CHAPTERS, type RecordSource } from './chapters'
import { checklist, followUp } from './closing'
import { coverage } from './coverage'
import { decisions } from './decisions'
import { objections } from './objections'
import type { PdfNode, RecordDocument } from './pdf'
import type { RecordFile } from './schema'
import * as sections from './sections'
import type { Paper } from './signatureFields'
import { meaningBefore, preparedFields, signaturePages } from './signatures'
import { summary } from './summary'
import { quiet, withRoom } from './table'
import { planSection } from './timeline'
import { verification } from './verification'
import { clipped, count, listed } from './words'

/** What a record is printed from. `madeAt` is a moment (ISO 8601); a revision takes its own instead. */
export type RecordInput = { readonly file: RecordFile; readonly madeAt: string; readonly paper: Paper }

/** What was not recorded at all, in one quiet line instead of empty tables. */
function absences({ data }: RecordSource): readonly string[] {
  const empty = [
    data.objections.length === 0 ? ['objections'] : [],
    data.decisions.length === 0 ? ['decisions'] : [],
    data.actions.length === 0 ? ['actions'] : [],
    data.parkingLot.length === 0 ? ['parking-lot items'] : [],
    data.notes.length === 0 ? ['notes'] : [],
    data.attendees.length === 0 ? ['attendance'] : [],
  ].flat()
  return empty.length === 0 ? [] : [`Nothing was recorded under: ${listed(empty)}.`]
}

function leftOut({ data }: RecordSource): readonly string[] {
  if (data.leftOut > 0)
    return [`${count(data.leftOut, 'entry was', 'entries were')} left out of this record on purpose.`]
  return data.revision === null ? [] : ['Nothing that was captured was left out of this record.']
}

function remarks(source: RecordSource): readonly PdfNode[] {
  const said = [...absences(source), ...leftOut(source)]
  return said.length === 0 ? [] : [quiet(said.join(' '), { margin: [0, 22, 0, 0] })]
}

function runningFoot({ data, madeAt }: RecordSource): string {
  const { title, timeZone } = data.meeting
  const which =
    data.revision === null
      ? `made ${formatMoment(madeAt, timeZone)}`
      : `revision ${data.revision.number} of ${formatDay(madeAt, timeZone)}`
  return `${clipped(title, 40)} · Decision record, ${which}`
}

/**
 * The decision record as a document: the summary first, then everything that was captured, then what it
 * takes to sign and verify it. Made of the record's data alone, so nothing else can get in.
 */
export function recordDocument({ file, madeAt, paper }: RecordInput): RecordDocument {
  const data = file.record
  const source = { file, data, madeAt: data.revision?.at ?? madeAt }
  const fields = preparedFields(source, paper)
  const chapters = [
    ...summary(source),
    ...sections.stakes(source),
    ...planSection(source),
    ...objections(source),
    ...coverage(source),
    ...decisions(source),
    ...sections.actions(source),
    ...sections.parkingLot(source),
    ...sections.notes(source),
    ...followUp(source),
    ...checklist(source),
    ...attendance(source),
    ...remarks(source),
    ...sections.logSummary(source),
    ...verification(source),
    ...meaningBefore(paper, fields),
    ...signaturePages(source, paper, fields),
  ]
  return {
    title: `Decision record: ${data.meeting.title}`,
    language: data.meeting.language,
    madeAt: source.madeAt,
    paper,
    draft: file.fingerprint === null,
    running: runningFoot(source),
    bookmarks: CHAPTERS,
    fields,
    content: chapters.flatMap(withRoom),
  }
}
