import { formatMoment } from '../capture/due'
import { accept, refuse, type Result } from '../result'
import type { CaptureDraft } from './commands'
import type { Body, Captured, LogEntry } from './entries'
import { oneLine } from './normal'
import type { Meeting } from './schema'

/** What `decide` needs beside the meeting: now (ISO 8601), the id of the entry to be, its author's log so far. */
export type DecideContext = {
  readonly at: string
  readonly id: string
  readonly history: readonly LogEntry[]
}

function knownPerson(meeting: Meeting, id: string | null, path: string): Result<null> {
  return id === null || meeting.attendees.some((attendee) => attendee.id === id)
    ? accept(null)
    : refuse('unknown', 'That person is not on this meeting’s list of people.', path)
}

function captured(draft: CaptureDraft, id: string, now: string): Captured {
  const base = { id, text: oneLine(draft.text), at: draft.at ?? now }
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

/** A capture becomes an entry of its list. Refuses outside a live meeting, empty text, the future, unknown people. */
export function capture(meeting: Meeting, draft: CaptureDraft, context: DecideContext): Result<Body> {
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
  const known = knownPerson(meeting, who, 'owner' in draft ? 'owner' : 'who')
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

/** Takes back the newest capture that is still there. */
export function undoCapture(meeting: Meeting, context: DecideContext): Result<Body> {
  for (const entry of context.history.toReversed()) {
    const current = isCaptured(entry.body) ? currentItem(meeting, entry.body) : null
    if (current !== null) return accept({ type: 'capture.undone', target: entry.id, captured: current })
  }
  return refuse('nothing', 'There is no capture to undo.')
}
