import { accept, refuse, type Result } from '../result'
import { namedPeople } from './applyPeople'
import type { Command } from './commands'
import type { Body } from './entries'
import { oneLine } from './normal'
import type { Attendee, Meeting } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const UNKNOWN = 'That person is not on this meeting’s list of people.'

function cleaned(attendee: Attendee): Result<Attendee> {
  const { id, name, role, organisation, email, present } = attendee
  const item = {
    id,
    name: oneLine(name),
    role: oneLine(role),
    organisation: oneLine(organisation),
    email: oneLine(email),
    present,
  }
  return item.name === '' ? refuse('empty', 'Write the person’s name.', 'name') : accept(item)
}

/** Somebody joins the list of people. */
export function addAttendee(meeting: Meeting, command: Of<'addAttendee'>, id: string): Result<Body> {
  const item = cleaned({ id, ...command.attendee, present: [] })
  return item.ok
    ? accept({ type: 'attendee.added', item: item.value, position: meeting.attendees.length })
    : item
}

/** Somebody's name, role, organisation or address changes; their attendance stays. */
export function editAttendee(meeting: Meeting, command: Of<'editAttendee'>): Result<Body> {
  const was = meeting.attendees.find((candidate) => candidate.id === command.attendee.id)
  if (was === undefined) return refuse('unknown', UNKNOWN)
  const item = cleaned({ ...command.attendee, present: was.present })
  return item.ok ? accept({ type: 'attendee.edited', item: item.value, was }) : item
}

/** Somebody leaves the list, unless what was captured names them or they were there. */
export function removeAttendee(meeting: Meeting, id: string): Result<Body> {
  const position = meeting.attendees.findIndex((candidate) => candidate.id === id)
  const item = meeting.attendees[position]
  if (item === undefined) return refuse('unknown', UNKNOWN)
  if (namedPeople(meeting).has(id))
    return refuse('mentioned', `${item.name} is named in what was captured and stays on the list.`)
  if (item.present.length > 0)
    return refuse('present', `${item.name} was in the meeting and stays on the list.`)
  return accept({ type: 'attendee.removed', item, position })
}

/** Somebody comes into the meeting or leaves it, while it is running. */
export function attend(meeting: Meeting, command: Of<'arrive'> | Of<'leave'>): Result<Body> {
  const { attendee: id } = command
  const attendee = meeting.attendees.find((candidate) => candidate.id === id)
  if (attendee === undefined) return refuse('unknown', UNKNOWN)
  if (meeting.status !== 'live' && meeting.status !== 'paused') {
    return refuse('status', 'Attendance is taken while the meeting is running.')
  }
  const there = attendee.present.some((span) => span.to === null)
  if (command.type === 'arrive') {
    return there
      ? refuse('present', `${attendee.name} is already here.`)
      : accept({ type: 'attendee.arrived', attendee: id })
  }
  return there
    ? accept({ type: 'attendee.left', attendee: id })
    : refuse('absent', `${attendee.name} is not here at the moment.`)
}
