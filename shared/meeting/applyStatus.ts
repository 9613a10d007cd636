import type { Body } from './entries'
import { withDerived } from './derived'
import type { Attendee, Meeting, Span } from './schema'

type StatusBody = Extract<
  Body,
  {
    type:
      | `meeting.${'started' | 'paused' | 'resumed' | 'ended' | 'reopened'}`
      | `attendee.${'arrived' | 'left'}`
  }
>

/** The later of two moments: the clocks of two machines may differ, and nothing ends before it began. */
export function later(one: string, other: string): string {
  return Date.parse(one) < Date.parse(other) ? other : one
}

function closed(spans: readonly Span[], at: string): Span[] {
  return spans.map((span) => (span.to === null ? { ...span, to: later(at, span.from) } : span))
}

function opened(spans: readonly Span[], at: string): Span[] {
  return spans.some(({ to }) => to === null) ? [...spans] : [...spans, { from: at, to: null }]
}

function withPresence(meeting: Meeting, change: (person: Attendee) => readonly Span[]): Meeting {
  const attendees = meeting.attendees.map((person) => ({ ...person, present: [...change(person)] }))
  return { ...meeting, attendees }
}

/** Who was there at the end of the meeting has a span that ends with it. */
function withEnd(meeting: Meeting, end: string | null, to: string | null): Meeting {
  return withPresence(meeting, ({ present }) =>
    present.map((span) => (span.to === end ? { ...span, to } : span)),
  )
}

/** The moment of an end, or a later one where something began after it by another clock. */
function endOf({ startedAt, breaks, attendees }: Meeting, at: string): string {
  const open = [...breaks, ...attendees.flatMap(({ present }) => present)].filter(({ to }) => to === null)
  return [startedAt ?? at, ...open.map(({ from }) => from)].reduce(later, at)
}

/** In joined copies a meeting may end twice: the later end stands, and who was there to the first was there to it. */
function ended(meeting: Meeting, at: string): Meeting {
  const { status, endedAt, breaks } = meeting
  if (status === 'finalised') return meeting
  const end = endOf(meeting, later(at, endedAt ?? at))
  if (status === 'ended') return { ...withEnd(meeting, endedAt, end), endedAt: end }
  return {
    ...withEnd(meeting, null, end),
    status: 'ended',
    readBack: null,
    endedAt: end,
    breaks: closed(breaks, end),
  }
}

/** Presence in a meeting that has ended, in another copy or later by another clock: nobody stays on. */
function settled(spans: readonly Span[], { status, endedAt }: Meeting): readonly Span[] {
  const over = status === 'ended' || status === 'finalised'
  return over && endedAt !== null ? closed(spans, endedAt) : spans
}

/** The time between end and reopening was a break, and who was there at the end is there again. */
function reopened(meeting: Meeting, at: string): Meeting {
  const { status, endedAt } = meeting
  if (status !== 'ended') return meeting
  const breaks =
    endedAt === null ? meeting.breaks : [...meeting.breaks, { from: endedAt, to: later(at, endedAt) }]
  return { ...withEnd(meeting, endedAt, null), status: 'live', endedAt: null, breaks }
}

/** The meeting with somebody's attendance corrected. Pure and total. */
export function changePresence(
  meeting: Meeting,
  body: Extract<Body, { type: 'attendee.presenceSet' }>,
): Meeting {
  return withPresence(meeting, ({ id, present }) =>
    id === body.attendee ? settled(body.present, meeting) : present,
  )
}

/**
 * The meeting after it went a step on, or after somebody came or left. A step that another copy has taken already
 * is not taken twice. Pure and total.
 */
export function changeStatus(meeting: Meeting, body: StatusBody, at: string): Meeting {
  const { status, breaks } = meeting
  switch (body.type) {
    case 'meeting.started':
      return status === 'draft' ? withDerived({ ...meeting, status: 'live', startedAt: at }, at) : meeting
    case 'meeting.paused':
      return status === 'live'
        ? { ...meeting, status: 'paused', readBack: null, breaks: opened(breaks, at) }
        : meeting
    case 'meeting.resumed':
      return status === 'paused' ? { ...meeting, status: 'live', breaks: closed(breaks, at) } : meeting
    case 'meeting.ended':
      return ended(meeting, at)
    case 'meeting.reopened':
      return reopened(meeting, at)
    case 'attendee.arrived':
      return withPresence(meeting, ({ id, present }) =>
        id === body.attendee ? settled(opened(present, at), meeting) : present,
      )
    case 'attendee.left':
      return withPresence(meeting, ({ id, present }) =>
        id === body.attendee ? closed(present, at) : present,
      )
  }
}
