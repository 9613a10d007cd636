import { later } from './applyStatus'
import { detailsOf, type Answers } from './decisionSchema'
import type { Body, Captured, Change } from './entries'
import { capturedItem } from './lists'
import { opposite } from './opposite'
import { sameJson } from './sameJson'
import type { Meeting, Span } from './schema'

/** Somebody came or went. */
export type Attended = Extract<Body, { type: 'attendee.arrived' | 'attendee.left' }>

/** A read-back ended with answers. */
export type Answered = Extract<Body, { type: 'readBack.closed' }>

type Of<T extends Change['type']> = Extract<Change, { type: T }>

function answersOf({ positions, outcome }: Answers): Answers {
  return { positions, outcome }
}

/** Whether a read-back ended with other answers than there were before. */
export function isAnswered(body: Body): body is Answered {
  return body.type === 'readBack.closed' && !sameJson(answersOf(body), body.was)
}

/** The answers to a read-back as they were before it; that it was read back stays. */
export function answersBack(meeting: Meeting, body: Answered): Change | null {
  const decision = meeting.decisions.findLast(({ id }) => id === body.decision)
  if (decision === undefined || !sameJson(answersOf(decision), answersOf(body))) return null
  const was = detailsOf(decision)
  return { type: 'decision.detailed', decision: decision.id, details: { ...was, ...body.was }, was }
}

/** Presence as it is once the meeting has ended: nobody stays on. */
function settled(spans: readonly Span[], { endedAt, status }: Meeting): Span[] {
  const over = status === 'ended' || status === 'finalised' ? endedAt : null
  return spans.map((span) => (span.to === null ? { ...span, to: over } : span))
}

/** Attendance as it was before somebody came or went at that moment. */
export function attendanceBack(meeting: Meeting, body: Attended, at: string): Change | null {
  const was = meeting.attendees.find(({ id }) => id === body.attendee)?.present
  if (was === undefined) return null
  const before =
    body.type === 'attendee.arrived'
      ? was.filter(({ from }) => from !== at)
      : was.map((span) => (span.to === later(at, span.from) ? { ...span, to: null } : span))
  const present = settled(before, meeting)
  return { type: 'attendee.presenceSet', attendee: body.attendee, present, was }
}

function factBack(meeting: Meeting, back: Of<'fact.set'>): Change | null {
  const fact = meeting.facts.find(({ key }) => key === back.key)
  if (fact === undefined) return null
  const { value, source, at } = fact
  const stands = value === back.was.value && source === back.was.source
  return stands ? { ...back, was: { value, source, at } } : null
}

function personBack(meeting: Meeting, back: Of<'attendee.edited' | 'attendee.removed'>): Change | null {
  const stands = meeting.attendees.find(({ id }) => id === back.item.id)
  if (stands === undefined) return null
  const item = { ...back.item, present: stands.present }
  return back.type === 'attendee.removed'
    ? { ...back, item }
    : { ...back, item, was: { ...back.was, present: stands.present } }
}

/** What was read back stays with a decision, whatever else is taken back. */
function withReadBacks(captured: Captured, stands: Captured): Captured {
  if (captured.type !== 'decision.captured' || stands.type !== 'decision.captured') return captured
  return { ...captured, item: { ...captured.item, readBacks: stands.item.readBacks } }
}

function entryBack(meeting: Meeting, back: Of<'captured.edited' | 'captured.removed'>): Change | null {
  const stands = capturedItem(meeting, back.captured.item.id)
  if (stands === null) return null
  const captured = withReadBacks(back.captured, stands)
  return back.type === 'captured.removed'
    ? { ...back, captured }
    : { ...back, captured, was: withReadBacks(back.was, stands) }
}

/**
 * The opposite of a change as the meeting stands now: the moments of facts, who is there and what was read back go
 * their own ways, and stay as they are. Null where what the change made no longer stands.
 */
export function oppositeNow(meeting: Meeting, change: Change): Change | null {
  const back = opposite(change)
  if (back.type === 'fact.set') return factBack(meeting, back)
  if (back.type === 'attendee.edited' || back.type === 'attendee.removed') return personBack(meeting, back)
  if (back.type === 'captured.edited' || back.type === 'captured.removed') return entryBack(meeting, back)
  return back.type === 'attendee.presenceSet'
    ? { ...back, present: settled(back.present, meeting), was: settled(back.was, meeting) }
    : back
}
