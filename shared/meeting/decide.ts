import { formatMoment, parseMoment } from '../capture/due'
import { parseEstimate } from '../plan/estimate'
import type { Playbook } from '../playbook/schema'
import { accept, refuse, type Result } from '../result'
import type { CaptureDraft, Command } from './commands'
import type { Body, Captured, LogEntry } from './entries'
import type { Attendee, Fact, Meeting } from './schema'

/** What `decide` needs beside the meeting: now (ISO 8601), the id of the entry to be, its author's log so far. */
export type DecideContext = {
  readonly at: string
  readonly id: string
  readonly history: readonly LogEntry[]
}

/** What a new meeting is made of. `id` is a UUID; `plannedStart` a moment or null. */
export type NewMeeting = {
  readonly id: string
  readonly title: string
  readonly plannedStart: string | null
  readonly place: string
  readonly timeZone: string
  readonly playbook: Playbook
}

const asTyped = (text: string) => text.normalize('NFC')
const oneLine = (text: string) => asTyped(text).trim()

/** The first entry of a meeting. Refuses an empty title. */
export function createMeeting(wanted: NewMeeting): Result<Body> {
  const title = oneLine(wanted.title)
  if (title === '') return refuse('empty', 'Give the meeting a title.', 'title')
  const { id, plannedStart, timeZone, playbook } = wanted
  return accept({
    type: 'meeting.created',
    meeting: id,
    title,
    plannedStart,
    place: oneLine(wanted.place),
    timeZone,
    playbook,
  })
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

function setPlanFigure(meeting: Meeting, fact: Fact, value: string, at: string): Result<Body> {
  const { plan } = meeting
  if (fact.plan?.figure === 'estimate') {
    const { task: id } = fact.plan
    const estimate = value === '' ? null : parseEstimate(value)
    if (value !== '' && estimate === null) {
      return refuse(
        'range',
        `“${value}” is not a time Lectern understands. Write it like “4–6 hours” or “90 minutes”.`,
        fact.key,
      )
    }
    const was = plan.tasks.find((task) => task.id === id)?.estimate ?? null
    return accept({ type: 'plan.estimated', task: id, estimate, was })
  }
  const to = value === '' ? null : parseMoment(value, { now: at, timeZone: meeting.timeZone })
  if (value !== '' && to === null) {
    return refuse(
      'date',
      `“${value}” is not a date Lectern understands. Write it like “25 Nov 2026 14:00” or “Friday 17:00”.`,
      fact.key,
    )
  }
  const date = fact.plan?.figure === 'originalDate' ? 'originalDate' : 'override'
  return accept({ type: 'plan.dated', date, to, was: plan[date] })
}

function factValue(meeting: Meeting, fact: Fact, value: string, at: string): Result<string> {
  if (value === '' || fact.kind === 'text') return accept(value)
  if (fact.kind === 'range') {
    return parseEstimate(value) === null
      ? refuse(
          'range',
          `“${value}” is not a time Lectern understands. Write it like “4–6 hours” or “90 minutes”.`,
          fact.key,
        )
      : accept(value)
  }
  const moment = parseMoment(value, { now: at, timeZone: meeting.timeZone })
  return moment === null
    ? refuse(
        'date',
        `“${value}” is not a date Lectern understands. Write it like “25 Nov 2026 14:00” or “Friday 17:00”.`,
        fact.key,
      )
    : accept(moment)
}

function setFact(meeting: Meeting, command: Extract<Command, { type: 'setFact' }>, at: string): Result<Body> {
  const fact = meeting.facts.find((candidate) => candidate.key === command.key)
  if (fact === undefined) return refuse('unknown', `This meeting has no fact “${command.key}”.`, 'key')
  const value = asTyped(command.value).trim()
  const source = oneLine(command.source)
  if (fact.plan !== undefined && source === fact.source) return setPlanFigure(meeting, fact, value, at)
  const kept = fact.plan === undefined ? factValue(meeting, fact, value, at) : accept(fact.value)
  if (!kept.ok) return kept
  const was = { value: fact.value, source: fact.source, at: fact.at }
  return accept({ type: 'fact.set', key: fact.key, fact: { value: kept.value, source, at }, was })
}

function cleaned(attendee: Attendee): Result<Attendee> {
  const { id, name, role, organisation, email } = attendee
  const person = {
    id,
    name: oneLine(name),
    role: oneLine(role),
    organisation: oneLine(organisation),
    email: oneLine(email),
  }
  return person.name === '' ? refuse('empty', 'Write the person’s name.', 'name') : accept(person)
}

function person(meeting: Meeting, id: string | null, path: string): Result<null> {
  return id === null || meeting.attendees.some((attendee) => attendee.id === id)
    ? accept(null)
    : refuse('unknown', 'That person is not on this meeting’s list of people.', path)
}

function captured(draft: CaptureDraft, id: string, now: string): Captured {
  const base = { id, text: asTyped(draft.text).trim(), at: draft.at ?? now }
  switch (draft.kind) {
    case 'note':
      return { type: 'note.captured', item: base }
    case 'decision':
      return { type: 'decision.captured', item: base }
    case 'action':
      return {
        type: 'action.captured',
        item: { ...base, owner: draft.owner, due: draft.due, status: 'open' },
      }
    case 'parking':
      return { type: 'parking.captured', item: { ...base, owner: draft.owner } }
    case 'objection':
    case 'question':
    case 'concern':
      return {
        type: 'objection.raised',
        item: {
          ...base,
          kind: draft.kind,
          who: draft.who,
          role: '',
          keywords: [],
          key: null,
          response: null,
          status: 'open',
        },
      }
  }
}

function capture(meeting: Meeting, draft: CaptureDraft, context: DecideContext): Result<Body> {
  if (meeting.status === 'draft') return refuse('status', 'Start the meeting before you capture anything.')
  if (meeting.status !== 'live' && meeting.status !== 'paused') {
    return refuse('status', 'This meeting has ended; nothing more can be captured.')
  }
  const body = captured(draft, context.id, context.at)
  if (body.item.text === '')
    return refuse('empty', 'There is nothing to capture yet: write some text.', 'text')
  const late = Date.parse(body.item.at) > Date.parse(context.at)
  if (late) {
    return refuse(
      'future',
      `${formatMoment(body.item.at, meeting.timeZone)} is still to come; an entry can only be back-dated.`,
      'at',
    )
  }
  const who = 'owner' in draft ? draft.owner : 'who' in draft ? draft.who : null
  const known = person(meeting, who, 'owner' in draft ? 'owner' : 'who')
  return known.ok ? accept(body) : known
}

function currentItem(meeting: Meeting, body: Captured): Captured | null {
  const { id } = body.item
  switch (body.type) {
    case 'note.captured': {
      const item = meeting.notes.find((note) => note.id === id)
      return item === undefined ? null : { type: body.type, item }
    }
    case 'objection.raised': {
      const item = meeting.objections.find((objection) => objection.id === id)
      return item?.at == null ? null : { type: body.type, item: { ...item, at: item.at } }
    }
    case 'decision.captured': {
      const item = meeting.decisions.find((decision) => decision.id === id)
      return item === undefined ? null : { type: body.type, item }
    }
    case 'action.captured': {
      const item = meeting.actions.find((action) => action.id === id)
      return item === undefined ? null : { type: body.type, item }
    }
    case 'parking.captured': {
      const item = meeting.parkingLot.find((parked) => parked.id === id)
      return item === undefined ? null : { type: body.type, item }
    }
  }
}

function isCaptured(body: Body): body is Captured {
  return body.type.endsWith('.captured') || body.type === 'objection.raised'
}

function undoCapture(meeting: Meeting, context: DecideContext): Result<Body> {
  for (const entry of context.history.toReversed()) {
    const current = isCaptured(entry.body) ? currentItem(meeting, entry.body) : null
    if (current !== null) return accept({ type: 'capture.undone', target: entry.id, captured: current })
  }
  return refuse('nothing', 'There is no capture to undo.')
}

/**
 * What a command makes of a meeting: the body of the entry that says what happened, fully resolved, or a
 * refusal with a sentence. Pure: the same meeting, command and context give the same answer.
 */
export function decide(meeting: Meeting, command: Command, context: DecideContext): Result<Body> {
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
