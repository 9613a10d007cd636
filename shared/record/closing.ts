import { formatMoment } from '../capture/due'
import type { PdfNode, TableCell } from './pdf'
import type { RecordSource } from './sections'
import { cell, quiet, section, type Column } from './table'

/** When and where the meeting goes on, and about what. */
export function followUp({ meeting }: RecordSource): readonly PdfNode[] {
  if (meeting.followUp === null) return []
  const { when, where, agenda } = meeting.followUp
  const columns: readonly Column[] = [
    { title: 'When', width: 130 },
    { title: 'Where', width: 130 },
    { title: 'About', width: 'rest' },
  ]
  const row: TableCell[] = [
    cell(formatMoment(when, meeting.timeZone), { bold: true }),
    where === '' ? quiet('not set') : cell(where),
    agenda === '' ? quiet('not set') : cell(agenda),
  ]
  return [section('Follow-up', columns, [row])]
}

/** The closing checklist with what was done of it; nothing for a meeting that was not closed. */
export function checklist({ meeting }: RecordSource): readonly PdfNode[] {
  if (meeting.checklist.length === 0 || meeting.startedAt === null) return []
  const columns: readonly Column[] = [
    { title: 'Closing checklist', width: 'rest' },
    { title: '', width: 60 },
  ]
  const rows = meeting.checklist.map(({ text, done }): TableCell[] => [
    cell(text),
    done ? cell('done', { bold: true }) : quiet('not done'),
  ])
  return [section('Closing', columns, rows)]
}
