import { formatMoment } from '../capture/due'
import type { LogEntry } from '../meeting/entries'
import type { PublicView } from '../meeting/publicView'
import type { Meeting, ObjectionStatus } from '../meeting/schema'
import { logLines } from './logWords'
import { ALARM, QUIET, type PdfNode, type TextNode } from './pdf'
import { cell, heading, quiet, section, type Column } from './table'
import { clockOrDay } from './words'

/** What every section is made from. `madeAt` is the moment the record is made. */
export type RecordSource = {
  readonly meeting: Meeting
  readonly view: PublicView
  readonly log: readonly LogEntry[]
  readonly madeAt: string
}

type Moment = (moment: string) => string

function clockOf({ view }: RecordSource): Moment {
  const { startedAt, timeZone } = view
  return (moment) =>
    startedAt === null ? formatMoment(moment, timeZone) : clockOrDay(moment, startedAt, timeZone)
}

/** A narrow column when every moment is on the day of the meeting, else one that holds a date. */
function timeColumn(moments: readonly string[], clock: Moment): Column {
  return { title: 'Time', width: moments.every((moment) => clock(moment).length <= 5) ? 34 : 70 }
}

function orUnnamed(name: string, unnamed: string): TextNode {
  return name === '' ? quiet(unnamed) : cell(name)
}

function statusCell(status: ObjectionStatus): TextNode {
  return cell(status, { bold: true, color: status === 'open' || status === 'sustained' ? ALARM : QUIET })
}

/** What is at stake, as prepared and filled. */
export function stakes({ view }: RecordSource): readonly PdfNode[] {
  if (view.stakes.length === 0) return []
  const columns: readonly Column[] = [
    { title: '', width: 110 },
    { title: '', width: 'rest' },
  ]
  const rows = view.stakes.map(({ title, text }) => [cell(title, { bold: true }), cell(text)])
  return [section('What is at stake', columns, rows)]
}

/** Objections, questions and concerns that were raised: when, by whom, and what became of them. */
export function objections(source: RecordSource): readonly PdfNode[] {
  const { view, meeting } = source
  if (view.concerns.length === 0) return []
  const clock = clockOf(source)
  const kinds = new Map(meeting.objections.map(({ id, kind }) => [id, kind]))
  const columns: readonly Column[] = [
    timeColumn(
      view.concerns.map(({ at }) => at),
      clock,
    ),
    { title: 'Raised by', width: 108 },
    { title: 'Objection, question or concern', width: 'rest' },
    { title: 'Status', width: 62 },
  ]
  const rows = view.concerns.map(({ id, at, text, who, status }) => [
    cell(clock(at)),
    orUnnamed(who, 'not named'),
    { stack: [cell(text), quiet(kinds.get(id) ?? 'objection')] },
    statusCell(status),
  ])
  return [section('Objections and answers', columns, rows)]
}

/** The decisions in the order they were made. */
export function decisions(source: RecordSource): readonly PdfNode[] {
  const { view } = source
  if (view.decisions.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    { title: 'No.', width: 18 },
    timeColumn(
      view.decisions.map(({ at }) => at),
      clock,
    ),
    { title: 'Decision', width: 'rest' },
  ]
  const rows = view.decisions.map(({ at, text }, index) => [
    quiet(String(index + 1), { fontSize: 9.5 }),
    cell(clock(at)),
    cell(text, { bold: true }),
  ])
  return [section('Decisions', columns, rows)]
}

function actionStatus({ status, due }: PublicView['actions'][number], madeAt: string): TextNode {
  const overdue = status === 'open' && due !== null && Date.parse(due) < Date.parse(madeAt)
  return overdue ? cell('open, overdue', { bold: true, color: ALARM }) : cell(status, { color: QUIET })
}

/** The actions with their owners and due dates. */
export function actions({ view, madeAt }: RecordSource): readonly PdfNode[] {
  if (view.actions.length === 0) return []
  const columns: readonly Column[] = [
    { title: 'No.', width: 18 },
    { title: 'Action', width: 'rest' },
    { title: 'Owner', width: 100 },
    { title: 'Due', width: 84 },
    { title: 'Status', width: 46 },
  ]
  const rows = view.actions.map((action, index) => [
    quiet(String(index + 1), { fontSize: 9.5 }),
    cell(action.text),
    orUnnamed(action.owner, 'nobody yet'),
    action.due === null ? quiet('no date') : cell(formatMoment(action.due, view.timeZone)),
    actionStatus(action, madeAt),
  ])
  return [section('Actions', columns, rows)]
}

/** What was parked for later. */
export function parkingLot(source: RecordSource): readonly PdfNode[] {
  const { meeting } = source
  if (meeting.parkingLot.length === 0) return []
  const clock = clockOf(source)
  const nameOf = (id: string | null) => meeting.attendees.find((attendee) => attendee.id === id)?.name ?? ''
  const columns: readonly Column[] = [
    timeColumn(
      meeting.parkingLot.map(({ at }) => at),
      clock,
    ),
    { title: 'Open question', width: 'rest' },
    { title: 'Owner', width: 110 },
  ]
  const rows = meeting.parkingLot.map(({ at, text, owner }) => [
    cell(clock(at)),
    cell(text),
    orUnnamed(nameOf(owner), 'nobody yet'),
  ])
  return [section('Parking lot', columns, rows)]
}

/** The notes as typed. */
export function notes(source: RecordSource): readonly PdfNode[] {
  const { meeting } = source
  if (meeting.notes.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      meeting.notes.map(({ at }) => at),
      clock,
    ),
    { title: 'Note', width: 'rest' },
  ]
  return [
    section(
      'Notes',
      columns,
      meeting.notes.map(({ at, text }) => [cell(clock(at)), cell(text)]),
    ),
  ]
}

/** The log from the start of the meeting on, in words. */
export function logSummary(source: RecordSource): readonly PdfNode[] {
  const lines = logLines(source.meeting, source.log)
  if (lines.length === 0) {
    const text = 'The meeting has not started, so nothing is logged yet.'
    return [{ margin: [0, 22, 0, 0], unbreakable: true, stack: [heading('Log'), quiet(text)] }]
  }
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      lines.map(({ at }) => at),
      clock,
    ),
    { title: 'What happened', width: 'rest' },
    { title: 'Written by', width: 100 },
  ]
  const small = { fontSize: 8.5 }
  const rows = lines.map(({ at, who, what }) => [cell(clock(at), small), cell(what, small), quiet(who)])
  return [section('Log', columns, rows)]
}
