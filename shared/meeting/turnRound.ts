import { accept, refuse, type Result } from '../result'
import { apply } from './apply'
import type { Applied } from './applyRecord'
import { answersBack, attendanceBack, isAnswered, oppositeNow, type Answered, type Attended } from './backNow'
import { removeAttendee } from './decidePeople'
import { removeTask } from './decidePlan'
import { removeCue, removeExpected } from './decideScript'
import { changeSchema, type Body, type Captured, type Change } from './entries'
import { capturedItem, isCaptured, positionOf } from './lists'
import { opposite } from './opposite'
import { sameJson } from './sameJson'
import type { Meeting } from './schema'

type Stamp = Pick<Applied, 'id' | 'at' | 'by'>

/** A change that an entry of the log made at that moment. */
export type Undoable = { readonly at: string; readonly body: Change | Captured | Attended | Answered }

const CHANGES: ReadonlySet<string> = new Set(changeSchema.options.map((option) => option.shape.type.value))

function isChange(body: Body): body is Change {
  return CHANGES.has(body.type)
}

/**
 * Whether an entry made something that can be taken back. The steps of the meeting and its record have their own
 * ways back; settings, marks of phrases, shown responses and read-backs are not what people mean by undo.
 */
export function isUndoable(body: Body): body is Undoable['body'] {
  if (body.type === 'attendee.arrived' || body.type === 'attendee.left') return true
  return isChange(body) || isCaptured(body) || isAnswered(body)
}

function otherwise(): Result<never> {
  return refuse('changed', 'This cannot be taken back: what it changed has been changed again since.')
}

/** Where a rule of its own keeps something in the meeting, taking back that it was added keeps to it too. */
function keptBack(meeting: Meeting, change: Change): Result<unknown> {
  if (change.type === 'attendee.removed') return removeAttendee(meeting, change.item.id)
  if (change.type === 'cue.removed') return removeCue(meeting, change.item.id)
  if (change.type === 'expected.removed') return removeExpected(meeting, change.item.id)
  return change.type === 'task.removed' ? removeTask(meeting, change.item.id) : accept(null)
}

/** What is before the room at this moment, and in which order people left the list, is no part of what was changed. */
const ASIDE: ReadonlySet<keyof Meeting> = new Set(['facts', 'readBack', 'formerAttendees'])

/** When figures of the plan were last worked out is no part of it either. */
function sameMeeting(one: Meeting, other: Meeting): boolean {
  const undated = ({ facts }: Meeting) => facts.map((fact) => ({ ...fact, at: null }))
  const names = (Object.keys(one) as (keyof Meeting)[]).filter((name) => !ASIDE.has(name))
  return names.every((name) => sameJson(one[name], other[name])) && sameJson(undated(one), undated(other))
}

/** A change back, as long as the change itself, made after it, gives the meeting as it stands. */
function proven(meeting: Meeting, back: Change | null, stamp: Stamp): Result<Change> {
  if (back === null) return otherwise()
  const kept = keptBack(meeting, back)
  if (!kept.ok) return kept
  const after = apply(meeting, { ...stamp, body: back })
  const again = apply(after, { ...stamp, body: opposite(back) })
  return sameMeeting(again, meeting) ? accept(back) : otherwise()
}

/** The change that takes a change back; refuses where the meeting is no longer what that change made of it. */
export function roundOf(meeting: Meeting, change: Change, stamp: Stamp): Result<Change> {
  return proven(meeting, oppositeNow(meeting, change), stamp)
}

/** The change that takes back what an entry of the log did; refuses as `roundOf` does. */
export function turnedRound(meeting: Meeting, { at, body }: Undoable, stamp: Stamp): Result<Change> {
  if (body.type === 'attendee.arrived' || body.type === 'attendee.left')
    return proven(meeting, attendanceBack(meeting, body, at), stamp)
  if (body.type === 'readBack.closed') return proven(meeting, answersBack(meeting, body), stamp)
  if (!isCaptured(body)) return roundOf(meeting, body, stamp)
  const captured = capturedItem(meeting, body.item.id)
  if (captured === null) return otherwise()
  const position = positionOf(meeting, captured)
  return proven(meeting, { type: 'captured.removed', captured, position }, stamp)
}
