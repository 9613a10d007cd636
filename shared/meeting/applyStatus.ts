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

function closed(spans: readonly Span[], at: string): Span[] {
  return spans.map((span) => (span.to === null ? { ...span, to: at } : span))
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

/** In joined copies a meeting may end twice: the later end stands, and who was there to the first was there to it. */
function ended(meeting: Meeting, at: string): Meeting {
  const { status, endedAt, breaks } = meeting
  if (status === 'ended') return { ...withEnd(meeting, endedAt, at), endedAt: at }
  if (status === 'finalised') return meeting
  return {
    ...withEnd(meeting, null, at),
    status: 'ended',
    readBack: null,
    endedAt: at,
    breaks: closed(breaks, at),
  }
}

/** The time between end and reopening was a break, and who was there at the end is there again. */
function reopened(meeting: Meeting, at: string): Meeting {
  const { status, endedAt } = meeting
  if (status !== 'ended') return meeting
  const breaks = endedAt === null ? meeting.breaks : [...meeting.breaks, { from: endedAt, to: at }]
  return { ...withEnd(meeting, endedAt, null), status: 'live', endedAt: null, breaks }
}

/** The meeting with somebody's attendance corrected. Pure and total. */
export function changePresence(
  meeting: Meeting,
  body: Extract<Body, { type: 'attendee.presenceSet' }>,
): Meeting {
  return withPresence(meeting, ({ id, present }) => (id === body.attendee ? body.present : present))
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
        id === body.attendee ? opened(present, at) : present,
      )
    case 'attendee.left':
      return withPresence(meeting, ({ id, present }) =>
        id === body.attendee ? closed(present, at) : present,
      )
  }
}
