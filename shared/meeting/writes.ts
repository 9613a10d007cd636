import type { LogEntry } from './entries'
import { sameJson } from './sameJson'

/** What kind of thing an entry changes. */
export type Subject =
  | 'captured'
  | 'fact'
  | 'details'
  | 'plan'
  | 'followUp'
  | 'checklist'
  | 'attendee'
  | 'cue'
  | 'expected'
  | 'task'

/** One field that an entry sets. `id` is empty where there is only one of its kind. */
export type Write = {
  readonly subject: Subject
  readonly id: string
  readonly field: string
  readonly value: unknown
}

/** The field that says whether something is still there. */
export const THERE = 'there'

/** Fields of a captured entry that two people may see differently; the rest follows from them. */
const CAPTURED = ['text', 'at', 'who', 'owner', 'due', 'kind'] as const
const LISTED: Readonly<Record<'attendee' | 'cue' | 'expected' | 'task', readonly string[]>> = {
  attendee: ['name', 'role', 'organisation', 'email'],
  cue: ['heading', 'agenda', 'text', 'timebox'],
  expected: ['text', 'kind', 'role', 'response'],
  task: ['text', 'estimate'],
}

type Fields = Readonly<Record<string, unknown>>

function changes(subject: Subject, id: string, was: Fields, now: Fields, names: readonly string[]): Write[] {
  return names
    .filter((name) => name in now && !sameJson(was[name], now[name]))
    .map((field) => ({ subject, id, field, value: now[field] }))
}

function touched(subject: Subject, id: string, writes: readonly Write[]): readonly Write[] {
  return [...writes, { subject, id, field: THERE, value: true }]
}

function gone(subject: Subject, id: string): readonly Write[] {
  return [{ subject, id, field: THERE, value: false }]
}

type Edited = Extract<LogEntry['body'], { type: 'captured.edited' }>

/** A kind of its own counts as a field: an entry that became something else has no person of the new kind yet. */
function captureEdit({ captured, was }: Edited): readonly Write[] {
  const { id } = captured.item
  const fields =
    captured.type === was.type
      ? changes('captured', id, was.item, captured.item, CAPTURED)
      : [
          ...changes('captured', id, was.item, captured.item, ['text', 'at']),
          { subject: 'captured', id, field: 'type', value: captured.type } as const,
        ]
  return touched('captured', id, fields)
}

/**
 * Every field that an entry sets to something. Two entries that set the same field to different values, of
 * which neither author knew the other's, contradict each other.
 */
export function writesOf(body: LogEntry['body']): readonly Write[] {
  switch (body.type) {
    case 'captured.edited':
      return captureEdit(body)
    case 'captured.removed':
      return gone('captured', body.captured.item.id)
    case 'captured.restored':
      return touched('captured', body.captured.item.id, [])
    case 'change.undone':
    case 'change.redone':
      return writesOf(body.body)
    case 'objection.statusSet':
    case 'action.statusSet': {
      const id = body.type === 'action.statusSet' ? body.action : body.objection
      return touched('captured', id, [{ subject: 'captured', id, field: 'status', value: body.status }])
    }
    case 'decision.detailed': {
      const { decision: id, details, was } = body
      return touched('captured', id, changes('captured', id, was, details, Object.keys(details)))
    }
    case 'readBack.closed': {
      const { decision: id, positions, outcome, was } = body
      return touched('captured', id, changes('captured', id, was, { positions, outcome }, Object.keys(was)))
    }
    case 'fact.set': {
      const { key, fact, was } = body
      return changes('fact', key, was, fact, ['value'])
    }
    case 'meeting.detailsSet':
      return changes('details', '', body.was, body.details, Object.keys(body.details))
    case 'plan.dated':
      return [{ subject: 'plan', id: '', field: body.date, value: body.to }]
    case 'plan.hoursSet':
      return [{ subject: 'plan', id: '', field: 'workingHours', value: body.hours }]
    case 'followUp.set':
      return [{ subject: 'followUp', id: '', field: 'followUp', value: body.followUp }]
    case 'checklist.set':
      return [{ subject: 'checklist', id: body.item, field: 'done', value: body.done }]
    case 'attendee.edited':
    case 'cue.edited':
    case 'expected.edited':
    case 'task.edited': {
      const subject = subjectOf(body.type)
      const { item, was } = body
      return touched(subject, item.id, changes(subject, item.id, was, item, LISTED[subject]))
    }
    case 'attendee.removed':
    case 'cue.removed':
    case 'expected.removed':
    case 'task.removed':
      return gone(subjectOf(body.type), body.item.id)
    case 'action.captured':
    case 'attendee.added':
    case 'attendee.arrived':
    case 'attendee.left':
    case 'attendee.moved':
    case 'attendee.presenceSet':
    case 'captured.moved':
    case 'entries.linked':
    case 'entries.unlinked':
    case 'conflict.settled':
    case 'copies.merged':
    case 'cue.added':
    case 'cue.moved':
    case 'decision.captured':
    case 'expected.added':
    case 'expected.moved':
    case 'meeting.created':
    case 'meeting.ended':
    case 'meeting.paused':
    case 'meeting.reopened':
    case 'meeting.resumed':
    case 'meeting.started':
    case 'note.captured':
    case 'objection.matched':
    case 'objection.raised':
    case 'parking.captured':
    case 'phrase.marked':
    case 'readBack.shown':
    case 'record.finalised':
    case 'record.reopened':
    case 'record.signed':
    case 'response.shown':
    case 'settings.set':
    case 'signOff.given':
    case 'signOff.withdrawn':
    case 'task.added':
    case 'task.moved':
      return []
  }
}

function subjectOf(type: `${keyof typeof LISTED}.${string}`): keyof typeof LISTED {
  const [name = ''] = type.split('.')
  return name in LISTED ? (name as keyof typeof LISTED) : 'task'
}
