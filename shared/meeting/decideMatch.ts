import { clearMatch, matchPrepared, type PreparedMatch } from '../capture/matchPrepared'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import type { Body } from './entries'
import type { Meeting, Objection } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Deck = Pick<Meeting, 'objections' | 'playbook'>

/** The objections that were prepared for this meeting, in their order. */
export function expectedObjections({ objections }: Pick<Meeting, 'objections'>): readonly Objection[] {
  return objections.filter(({ at }) => at === null)
}

/** The role of the attendee of that id. */
export function roleOf(who: string | null, { attendees }: Pick<Meeting, 'attendees'>): string {
  return who === null ? '' : (attendees.find(({ id }) => id === who)?.role ?? '')
}

/** The prepared objections that what somebody of a role said could be, best first. */
export function preparedMatches(
  said: string,
  role: string,
  meeting: Deck,
): readonly PreparedMatch<Objection>[] {
  return matchPrepared(said, role, expectedObjections(meeting), meeting.playbook.roles)
}

/** The id of the prepared objection that what was said clearly is; null where it is none, or could be two. */
export function clearlyPrepared(
  said: string,
  who: string | null,
  meeting: Deck & Pick<Meeting, 'attendees'>,
): string | null {
  return clearMatch(preparedMatches(said, roleOf(who, meeting), meeting))?.id ?? null
}

/** The value, or a refusal where `prepared` names no prepared objection of this meeting. */
export function knownPrepared<T>(
  meeting: Pick<Meeting, 'objections'>,
  prepared: string | null | undefined,
  value: T,
): Result<T> {
  const known = prepared == null || meeting.objections.some(({ id, at }) => id === prepared && at === null)
  return known
    ? accept(value)
    : refuse('unknown', 'That objection is not among the prepared ones.', 'prepared')
}

/** Which prepared objection a raised one is, or that it is none, as somebody says who knows better. */
export function matchObjection(meeting: Meeting, command: Of<'matchObjection'>): Result<Body> {
  const { objection: id, prepared } = command
  const raised = meeting.objections.findLast((each) => each.id === id)
  if (raised?.at == null) return refuse('unknown', 'That objection has not been raised in this meeting.')
  if (raised.prepared === prepared) return refuse('same', 'It is taken for that already.')
  return knownPrepared(meeting, prepared, {
    type: 'objection.matched',
    objection: id,
    prepared,
    was: raised.prepared,
  })
}
