import { peopleOf } from './applyPeople'
import type { Captured, LogEntry, SaidEntry } from './entries'
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
  | 'settings'
  | 'meeting'

/** One field that an entry sets. `id` is empty where there is only one of its kind. */
export type Write = {
  readonly subject: Subject
  readonly id: string
  readonly field: string
  readonly value: unknown
}

/** One side of a difference: the entry that says so, and what it says. */
export type Side = { readonly entry: SaidEntry; readonly value: unknown }

/**
 * A field that two copies set to different values, neither knowing of the other. The last side is the one that
 * stands. `key` names the field within the meeting.
 */
export type Conflict = Omit<Write, 'value'> & { readonly key: string; readonly sides: readonly Side[] }

/** The field that says whether something is still there. */
export const THERE = 'there'

/** Fields of a captured entry that two people may see differently; the rest follows from them. */
const CAPTURED = ['text', 'at', 'who', 'owner', 'due', 'kind'] as const
const LISTED: Readonly<Record<'attendee' | 'cue' | 'expected' | 'task', readonly string[]>> = {
  attendee: ['name', 'role', 'organisation', 'email'],
  cue: ['heading', 'agenda', 'text', 'timebox', 'mustSay', 'tips'],
  expected: ['text', 'kind', 'role', 'keywords', 'key', 'response'],
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

/** Settings that people decide about; how a prompter looks is not one of them. */
const SETTINGS = ['wordsPerMinute', 'boardDelay', 'namesOnBoard', 'offerUnasked']

/** Who says what only an entry of this kind has says that it is of this kind. */
function ofKind(type: Captured['type'], id: string, writes: readonly Write[]): readonly Write[] {
  const own = writes.some(({ field }) => field !== 'text' && field !== 'at')
  return touched(
    'captured',
    id,
    own ? [...writes, { subject: 'captured', id, field: 'type', value: type }] : writes,
  )
}

/** A kind of its own counts as a field: an entry that became something else has no person of the new kind yet. */
function captureEdit({ captured, was }: Edited): readonly Write[] {
  const { id } = captured.item
  if (captured.type === was.type)
    return ofKind(captured.type, id, changes('captured', id, was.item, captured.item, CAPTURED))
  return touched('captured', id, [
    ...changes('captured', id, was.item, captured.item, ['text', 'at']),
    { subject: 'captured', id, field: 'type', value: captured.type },
  ])
}

function spokenOf(body: LogEntry['body']): readonly Write[] {
  if (body.type === 'copies.merged') return []
  return peopleOf(body).map((id) => ({ subject: 'attendee', id, field: THERE, value: true }))
}

/**
 * Every field that an entry sets to something; somebody whom it names is on the list. Two entries that set the same field to different values, of
 * which neither author knew the other's, contradict each other.
 */
export function writesOf(body: LogEntry['body']): readonly Write[] {
  return [...fieldsOf(body), ...spokenOf(body)]
}

function fieldsOf(body: LogEntry['body']): readonly Write[] {
  switch (body.type) {
    case 'captured.edited':
      return captureEdit(body)
    case 'captured.removed':
      return gone('captured', body.captured.item.id)
    case 'captured.restored':
      return touched('captured', body.captured.item.id, [])
    case 'change.undone':
    case 'change.redone':
      return fieldsOf(body.body)
    case 'objection.statusSet':
    case 'action.statusSet': {
      const id = body.type === 'action.statusSet' ? body.action : body.objection
      const type = body.type === 'action.statusSet' ? 'action.captured' : 'objection.raised'
      return ofKind(type, id, [{ subject: 'captured', id, field: 'status', value: body.status }])
    }
    case 'objection.matched':
      return touched('captured', body.objection, [])
    case 'readBack.shown':
      return touched('captured', body.decision, [])
    case 'decision.detailed': {
      const { decision: id, details, was } = body
      return ofKind('decision.captured', id, changes('captured', id, was, details, Object.keys(details)))
    }
    case 'readBack.closed': {
      const { decision: id, positions, outcome, was } = body
      const fields = changes('captured', id, was, { positions, outcome }, Object.keys(was))
      return ofKind('decision.captured', id, fields)
    }
    case 'fact.set': {
      const { key, fact, was } = body
      return changes('fact', key, was, fact, ['value', 'source'])
    }
    case 'meeting.detailsSet':
      return changes('details', '', body.was, body.details, Object.keys(body.details))
    case 'settings.set':
      return changes('settings', '', body.was, body.settings, SETTINGS)
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
    case 'objection.raised':
    case 'parking.captured':
    case 'phrase.marked':
    case 'record.finalised':
    case 'record.reopened':
    case 'record.signed':
    case 'response.shown':
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
