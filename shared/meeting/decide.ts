import type { Playbook } from '../playbook/schema'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import { capture, undoCapture, type DecideContext } from './decideCapture'
import { setFact } from './decideFact'
import { bodySchema, type Body } from './entries'
import { oneLine } from './normal'
import type { Attendee, Meeting } from './schema'

/** What a new meeting is made of. `id` is a UUID; `plannedStart` a moment or null. */
export type NewMeeting = {
  readonly id: string
  readonly title: string
  readonly plannedStart: string | null
  readonly place: string
  readonly timeZone: string
  readonly playbook: Playbook
}

/** What could not be read back must not be written: composing a text (NFC) can make it longer, for one. */
function readable(body: Result<Body>): Result<Body> {
  const issue = body.ok ? bodySchema.safeParse(body.value).error?.issues[0] : undefined
  if (issue === undefined) return body
  return refuse('shape', `This cannot be kept: it ${issue.message}.`, issue.path.map(String).join('.'))
}

/** The first entry of a meeting. Refuses an empty title, and what a meeting cannot hold (`shape`). */
export function createMeeting(wanted: NewMeeting): Result<Body> {
  const title = oneLine(wanted.title)
  if (title === '') return refuse('empty', 'Give the meeting a title.', 'title')
  const { id, plannedStart, timeZone, playbook } = wanted
  return readable(
    accept({
      type: 'meeting.created',
      meeting: id,
      title,
      plannedStart,
      place: oneLine(wanted.place),
      timeZone,
      playbook,
    }),
  )
}

function setDetails(meeting: Meeting, command: Extract<Command, { type: 'setDetails' }>): Result<Body> {
  const { title, plannedStart, place, timeZone } = meeting
  const details = {
    title: oneLine(command.title),
    plannedStart: command.plannedStart,
    place: oneLine(command.place),
    timeZone: command.timeZone,
  }
  if (details.title === '') return refuse('empty', 'A meeting needs a title.', 'title')
  return accept({ type: 'meeting.detailsSet', details, was: { title, plannedStart, place, timeZone } })
}

function cleaned(attendee: Attendee): Result<Attendee> {
  const { id, name, role, organisation, email } = attendee
  const kept = {
    id,
    name: oneLine(name),
    role: oneLine(role),
    organisation: oneLine(organisation),
    email: oneLine(email),
  }
  return kept.name === '' ? refuse('empty', 'Write the person’s name.', 'name') : accept(kept)
}

function outcome(meeting: Meeting, command: Command, context: DecideContext): Result<Body> {
  switch (command.type) {
    case 'setDetails':
      return setDetails(meeting, command)
    case 'setFact':
      return setFact(meeting, command, context.at)
    case 'addAttendee': {
      const attendee = cleaned({ id: context.id, ...command.attendee })
      return attendee.ok ? accept({ type: 'attendee.added', attendee: attendee.value }) : attendee
    }
    case 'editAttendee': {
      const was = meeting.attendees.find((candidate) => candidate.id === command.attendee.id)
      if (was === undefined) return refuse('unknown', 'That person is not on this meeting’s list of people.')
      const attendee = cleaned(command.attendee)
      return attendee.ok ? accept({ type: 'attendee.edited', attendee: attendee.value, was }) : attendee
    }
    case 'removeAttendee': {
      const position = meeting.attendees.findIndex((candidate) => candidate.id === command.attendee)
      const attendee = meeting.attendees[position]
      if (attendee === undefined)
        return refuse('unknown', 'That person is not on this meeting’s list of people.')
      const mentioned = [
        ...meeting.objections.map((o) => o.who),
        ...meeting.actions.map((a) => a.owner),
        ...meeting.parkingLot.map((p) => p.owner),
      ]
      return mentioned.includes(attendee.id)
        ? refuse('mentioned', `${attendee.name} is named in what was captured and stays on the list.`)
        : accept({ type: 'attendee.removed', attendee, position })
    }
    case 'start':
      return meeting.status === 'draft'
        ? accept({ type: 'meeting.started' })
        : refuse('status', 'This meeting has already been started.')
    case 'end':
      return meeting.status === 'live' || meeting.status === 'paused'
        ? accept({ type: 'meeting.ended' })
        : refuse('status', 'Only a meeting that is live can be ended.')
    case 'capture':
      return capture(meeting, command.draft, context)
    case 'setObjectionStatus': {
      const objection = meeting.objections.find((candidate) => candidate.id === command.objection)
      if (objection?.at == null)
        return refuse('unknown', 'That objection has not been raised in this meeting.')
      return accept({
        type: 'objection.statusSet',
        objection: objection.id,
        status: command.status,
        was: objection.status,
      })
    }
    case 'undoCapture':
      return undoCapture(meeting, context)
  }
}

/**
 * What a command makes of a meeting: the body of the entry that says what happened, fully resolved, or a
 * refusal with a sentence. Pure: the same meeting, command and context give the same answer.
 */
export function decide(meeting: Meeting, command: Command, context: DecideContext): Result<Body> {
  return readable(outcome(meeting, command, context))
}
