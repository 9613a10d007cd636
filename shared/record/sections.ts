import { formatMoment } from '../capture/due'
import { clockOf, type ChapterMaker, type RecordSource } from './chapters'
import { linkLines } from './linkWords'
import { ALARM, QUIET, type PdfNode, type TextNode } from './pdf'
import type { RecordData } from './schema'
import { cell, heading, orUnnamed, quiet, section, timeColumn, type Column } from './table'
import { bottomLineOf, listed } from './words'

/** What is at stake, as prepared and filled; a bottom line too long for the first page stands here in full. */
export const stakes: ChapterMaker = ({ data }) => {
  const whole = data.bottomLine === bottomLineOf(data) ? [] : [{ title: 'Why', text: data.bottomLine }]
  const all = [...whole, ...data.stakes]
  if (all.length === 0) return []
  const columns: readonly Column[] = [
    { title: '', width: 110 },
    { title: '', width: 'rest' },
  ]
  return [
    section(
      'stakes',
      columns,
      all.map(({ title, text }) => [cell(title, { bold: true }), cell(text)]),
    ),
  ]
}

function actionStatus({ status, due }: RecordData['actions'][number], madeAt: string): TextNode {
  const overdue = status === 'open' && due !== null && Date.parse(due) < Date.parse(madeAt)
  return overdue ? cell('open, overdue', { bold: true, color: ALARM }) : cell(status, { color: QUIET })
}

/** The actions with their owners and due dates. */
export const actions: ChapterMaker = ({ data, madeAt }) => {
  if (data.actions.length === 0) return []
  const columns: readonly Column[] = [
    { title: 'No.', width: 18 },
    { title: 'Action', width: 'rest' },
    { title: 'Owner', width: 92 },
    { title: 'Due', width: 84 },
    { title: 'Status', width: 46 },
  ]
  const rows = data.actions.map((action, index) => [
    quiet(String(index + 1), { fontSize: 9.5 }),
    { stack: [cell(action.text), ...linkLines(data, action.id).map((line) => quiet(line))] },
    orUnnamed(action.owner, 'nobody yet'),
    action.due === null ? quiet('no date') : cell(formatMoment(action.due, data.meeting.timeZone)),
    actionStatus(action, madeAt),
  ])
  return [section('actions', columns, rows)]
}

/** What was parked for later. */
export const parkingLot: ChapterMaker = (source) => {
  const parked = source.data.parkingLot
  if (parked.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      parked.map(({ at }) => at),
      clock,
    ),
    { title: 'Open question', width: 'rest' },
    { title: 'Owner', width: 110 },
  ]
  const rows = parked.map(({ at, text, owner }) => [
    cell(clock(at)),
    cell(text),
    orUnnamed(owner, 'nobody yet'),
  ])
  return [section('parking', columns, rows)]
}

/** The notes as typed. */
export const notes: ChapterMaker = (source) => {
  const taken = source.data.notes
  if (taken.length === 0) return []
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      taken.map(({ at }) => at),
      clock,
    ),
    { title: 'Note', width: 'rest' },
  ]
  const rows = taken.map(({ at, text }) => [cell(clock(at)), cell(text)])
  return [section('notes', columns, rows)]
}

/** Who wrote on which computer: the log is sealed with both. */
function writtenOn(log: RecordSource['data']['log']): string {
  const authors = log.flatMap((entry) => ('by' in entry ? [`on ${entry.by.device} by ${entry.by.name}`] : []))
  return listed([...new Set(authors)])
}

/** The log from the start of the meeting on, in words. */
export function logSummary(source: RecordSource): readonly PdfNode[] {
  const { log } = source.data
  if (log.length === 0) {
    const text = 'The meeting has not started, so nothing is logged yet.'
    return [{ margin: [0, 22, 0, 0], unbreakable: true, stack: [heading('log'), quiet(text)] }]
  }
  const clock = clockOf(source)
  const columns: readonly Column[] = [
    timeColumn(
      log.flatMap((entry) => ('at' in entry ? [entry.at] : [])),
      clock,
    ),
    { title: 'What happened', width: 'rest' },
    { title: 'Written by', width: 100 },
  ]
  const small = { fontSize: 8.5 }
  const rows = log.map((entry) => {
    const [time, name] = 'at' in entry ? [clock(entry.at), entry.by.name] : ['', '']
    return [cell(time, small), cell(entry.what, small), quiet(name)]
  })
  return [section('log', columns, rows), quiet(`Written ${writtenOn(log)}.`, { margin: [0, 6, 0, 0] })]
}
