import { formatMoment } from '../capture/due'
import { accept, refuse, type Result } from '../result'
import type { CaptureDraft, Command } from './commands'
import { clearlyPrepared, knownPrepared } from './decideMatch'
import { bareDecision, decisionParts } from './decisionSchema'
import type { Body, Captured, LogEntry } from './entries'
import { capturedItem, listOf, positionOf } from './lists'
import { oneLine } from './normal'
import type { Author, Meeting } from './schema'
import { entryChanged } from './seen'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What `decide` needs beside the meeting: now (ISO 8601), the id and author of the entry to be, the log so far. */
export type DecideContext = {
  readonly at: string
  readonly id: string
  readonly by: Author
  readonly history: readonly LogEntry[]
}

const GONE = 'That entry is no longer there.'

function knownPerson(meeting: Meeting, draft: CaptureDraft): Result<null> {
  const [id, path] =
    'owner' in draft ? [draft.owner, 'owner'] : 'who' in draft ? [draft.who, 'who'] : [null, '']
  return id === null || meeting.attendees.some((attendee) => attendee.id === id)
    ? accept(null)
    : refuse('unknown', 'That person is not on this meeting’s list of people.', path)
}

type RaisedDraft = Extract<CaptureDraft, { who: string | null }>

function isRaised(draft: CaptureDraft): draft is RaisedDraft {
  return 'who' in draft
}

function capturedFrom(draft: CaptureDraft, id: string, at: string): Captured {
  const base = { id, text: oneLine(draft.text), at }
  switch (draft.kind) {
    case 'note':
      return { type: 'note.captured', item: base }
    case 'decision':
      return { type: 'decision.captured', item: { ...base, ...bareDecision() } }
    case 'action':
      return {
        type: 'action.captured',
        item: { ...base, owner: draft.owner, due: draft.due, status: 'open', task: null },
      }
    case 'parking':
      return { type: 'parking.captured', item: { ...base, owner: draft.owner } }
    case 'objection':
    case 'question':
    case 'concern': {
      const { kind, who, prepared = null } = draft
      const raised = { role: '', key: null, response: null, status: 'open', prepared } as const
      return { type: 'objection.raised', item: { ...base, kind, who, ...raised, keywords: [] } }
    }
  }
}

function checked(meeting: Meeting, draft: CaptureDraft, captured: Captured, now: string): Result<Captured> {
  const { text, at } = captured.item
  if (text === '') return refuse('empty', 'There is nothing to capture yet: write some text.', 'text')
  if (Date.parse(at) > Date.parse(now)) {
    return refuse(
      'future',
      `${formatMoment(at, meeting.timeZone)} is still to come; an entry can only be back-dated.`,
      'at',
    )
  }
  const known = knownPerson(meeting, draft)
  if (!known.ok) return known
  return isRaised(draft) ? knownPrepared(meeting, draft.prepared, captured) : accept(captured)
}

/** Without a word of which expected objection it is, the words of it decide. */
function resolved(meeting: Meeting, draft: CaptureDraft): CaptureDraft {
  if (!isRaised(draft) || draft.prepared !== undefined) return draft
  return { ...draft, prepared: clearlyPrepared(draft.text, draft.who, meeting) }
}

/** An edit keeps what a raised objection was taken for; where it was taken for none, new words decide anew. */
function resolvedAnew(meeting: Meeting, draft: CaptureDraft, was: Captured): CaptureDraft {
  if (!isRaised(draft) || draft.prepared !== undefined || was.type !== 'objection.raised')
    return resolved(meeting, draft)
  const { prepared, text } = was.item
  return prepared !== null || text === oneLine(draft.text) ? { ...draft, prepared } : resolved(meeting, draft)
}

/**
 * A capture becomes an entry of its list. Refuses before the start and after the end, empty text, the future,
 * and people who are not on the list.
 */
export function capture(meeting: Meeting, draft: CaptureDraft, context: DecideContext): Result<Body> {
  if (meeting.status === 'draft') return refuse('status', 'Start the meeting before you capture anything.')
  if (meeting.status === 'ended')
    return refuse('status', 'This meeting has ended. Reopen it to capture more.')
  const whole = resolved(meeting, draft)
  return checked(meeting, draft, capturedFrom(whole, context.id, draft.at ?? context.at), context.at)
}

/** An entry gets another text, person, date, moment or kind. What was decided about it stays where the kind does. */
export function editEntry(meeting: Meeting, command: Of<'editEntry'>, context: DecideContext): Result<Body> {
  const was = capturedItem(meeting, command.entry)
  if (was === null) return refuse('unknown', GONE)
  const other = entryChanged(command.seen, was, context.history)
  if (other !== null) return other
  const { draft } = command
  const fresh = capturedFrom(resolvedAnew(meeting, draft, was), was.item.id, draft.at ?? was.item.at)
  const edited = checked(meeting, draft, withStanding(fresh, was), context.at)
  if (!edited.ok) return edited
  const captured = edited.value
  return accept({ type: 'captured.edited', captured, was, place: placeOf(meeting, captured, was) })
}

/** Where an entry that changes its list stood, and that it goes to the end of the other one. */
function placeOf(meeting: Meeting, captured: Captured, was: Captured) {
  if (captured.type === was.type) return null
  return { to: listOf(meeting, captured.type).length, was: positionOf(meeting, was) }
}

function withStanding(fresh: Captured, was: Captured): Captured {
  if (fresh.type === 'action.captured' && was.type === 'action.captured') {
    return { ...fresh, item: { ...fresh.item, status: was.item.status, task: was.item.task } }
  }
  if (fresh.type === 'decision.captured' && was.type === 'decision.captured') {
    return { ...fresh, item: { ...fresh.item, ...decisionParts(was.item) } }
  }
  if (fresh.type === 'objection.raised' && was.type === 'objection.raised') {
    return { ...fresh, item: { ...fresh.item, status: was.item.status } }
  }
  return fresh
}

/** An entry that should never have been there is taken out; the log keeps that it was. */
export function removeEntry(
  meeting: Meeting,
  { entry, seen }: Of<'removeEntry'>,
  { history }: DecideContext,
): Result<Body> {
  const captured = capturedItem(meeting, entry)
  if (captured === null) return refuse('unknown', GONE)
  const position = positionOf(meeting, captured)
  return entryChanged(seen, captured, history) ?? accept({ type: 'captured.removed', captured, position })
}
