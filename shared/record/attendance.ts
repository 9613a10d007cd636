import { formatClock } from '../capture/due'
import type { Attendee, Meeting } from '../meeting/schema'
import type { PdfNode, TableCell } from './pdf'
import type { RecordSource } from './sections'
import { cell, quiet, section, type Column } from './table'

/** Whether anybody was marked as there; without that, everybody on the list counts as present. */
function wasTaken(meeting: Meeting): boolean {
  return meeting.attendees.some(({ present }) => present.length > 0)
}

/** The people who were there: those marked so, or everybody where attendance was not taken. */
export function presentPeople(meeting: Meeting): readonly Attendee[] {
  return wasTaken(meeting) ? meeting.attendees.filter(({ present }) => present.length > 0) : meeting.attendees
}

function times({ present }: Attendee, timeZone: string): string {
  return present
    .map(({ from, to }) => `${formatClock(from, timeZone)}–${to === null ? '' : formatClock(to, timeZone)}`)
    .join(', ')
}

/** Who was there, and from when to when where that was noted. */
export function attendance({ meeting }: RecordSource): readonly PdfNode[] {
  if (meeting.attendees.length === 0) return []
  const taken = wasTaken(meeting)
  const columns: readonly Column[] = [
    { title: 'Name', width: 150 },
    { title: 'Role', width: 'rest' },
    { title: 'Organisation', width: taken ? 110 : 140 },
    ...(taken ? [{ title: 'There', width: 90 } as const] : []),
  ]
  const rows = meeting.attendees.map((attendee): TableCell[] => {
    const there = times(attendee, meeting.timeZone)
    return [
      cell(attendee.name, { bold: true }),
      cell(attendee.role),
      cell(attendee.organisation),
      ...(taken ? [there === '' ? quiet('not there') : cell(there)] : []),
    ]
  })
  return [section('Attendance', columns, rows)]
}
