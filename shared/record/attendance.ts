import { formatClock } from '../capture/due'
import type { ChapterMaker } from './chapters'
import type { TableCell } from './pdf'
import type { RecordData } from './schema'
import { cell, quiet, section, type Column } from './table'

type Attendee = RecordData['attendees'][number]

/** Whether anybody was marked as there; without that, everybody on the list counts as present. */
function wasTaken({ attendees }: RecordData): boolean {
  return attendees.some(({ present }) => present.length > 0)
}

/** The people who were there: those marked so, or everybody where attendance was not taken. */
export function presentPeople(data: RecordData): readonly Attendee[] {
  return wasTaken(data) ? data.attendees.filter(({ present }) => present.length > 0) : data.attendees
}

function times({ present }: Attendee, timeZone: string): string {
  return present
    .map(({ from, to }) => `${formatClock(from, timeZone)}–${to === null ? '' : formatClock(to, timeZone)}`)
    .join(', ')
}

/** Who was there, and from when to when where that was noted. */
export const attendance: ChapterMaker = ({ data }) => {
  if (data.attendees.length === 0) return []
  const taken = wasTaken(data)
  const columns: readonly Column[] = [
    { title: 'Name', width: 150 },
    { title: 'Role', width: 'rest' },
    { title: 'Organisation', width: taken ? 110 : 140 },
    ...(taken ? [{ title: 'There', width: 90 } as const] : []),
  ]
  const rows = data.attendees.map((attendee): TableCell[] => {
    const there = times(attendee, data.meeting.timeZone)
    return [
      cell(attendee.name, { bold: true }),
      cell(attendee.role),
      cell(attendee.organisation),
      ...(taken ? [there === '' ? quiet('not there') : cell(there)] : []),
    ]
  })
  return [section('attendance', columns, rows)]
}
