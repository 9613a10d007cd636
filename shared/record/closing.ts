import { formatMoment } from '../capture/due'
import type { ChapterMaker } from './chapters'
import type { TableCell } from './pdf'
import { cell, quiet, section, type Column } from './table'

/** When and where the meeting goes on, and about what. */
export const followUp: ChapterMaker = ({ data }) => {
  if (data.followUp === null) return []
  const { when, where, agenda } = data.followUp
  const columns: readonly Column[] = [
    { title: 'When', width: 130 },
    { title: 'Where', width: 130 },
    { title: 'About', width: 'rest' },
  ]
  const row: TableCell[] = [
    cell(formatMoment(when, data.meeting.timeZone), { bold: true }),
    where === '' ? quiet('not set') : cell(where),
    agenda === '' ? quiet('not set') : cell(agenda),
  ]
  return [section('followUp', columns, [row])]
}

/** The closing checklist with what was done of it; nothing for a meeting that was not held. */
export const checklist: ChapterMaker = ({ data }) => {
  if (data.checklist.length === 0 || data.meeting.startedAt === null) return []
  const columns: readonly Column[] = [
    { title: '', width: 'rest' },
    { title: '', width: 60 },
  ]
  const rows = data.checklist.map(({ text, done }): TableCell[] => [
    cell(text),
    done ? cell('done', { bold: true }) : quiet('not done'),
  ])
  return [section('checklist', columns, rows)]
}
