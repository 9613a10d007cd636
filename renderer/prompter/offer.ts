import type { Body } from '../../shared/meeting/entries'
import { preparedFor } from '../../shared/meeting/prepared'
import type { Meeting, Objection } from '../../shared/meeting/schema'

/** What the presenter is told when somebody raises something: who, what, and the key of a prepared response. */
export type Offer = {
  readonly objection: string
  readonly text: string
  readonly key: number | null
  /** The prepared objection whose response fits, or null where none clearly does. */
  readonly prepared: string | null
}

/** Objections prepared for this meeting that have a response and a key, in the order of their keys. */
export function preparedObjections(
  meeting: Pick<Meeting, 'objections'>,
): readonly (Objection & { readonly key: number })[] {
  return meeting.objections
    .flatMap((each) =>
      each.at === null && each.key !== null && each.response !== null ? [{ ...each, key: each.key }] : [],
    )
    .toSorted((one, other) => one.key - other.key)
}

/** Two or three words that tell one prepared objection from the others. */
export function shortName(objection: Objection): string {
  return objection.keywords[0] ?? objection.text.split(/\s+/).slice(0, 3).join(' ')
}

type Parts = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>

/**
 * The offer for an objection that was just raised. A response is offered only where it clearly belongs: the
 * one prepared objection whose keywords are in what was said, first among those expected of the same role.
 */
export function offerFor(raised: Objection, meeting: Parts): Offer {
  const person = meeting.attendees.find((attendee) => attendee.id === raised.who)
  const role = person?.role ?? raised.role
  const who = person?.name ?? (role === '' ? 'Raised' : role)
  const fits = preparedFor(raised.text, role, preparedObjections(meeting), meeting.playbook.roles)
  const text = `${who}: ${raised.text}`
  return { objection: raised.id, text, key: fits?.key ?? null, prepared: fits?.id ?? null }
}

/** The objection whose response belongs to this one: itself, or for a raised one the prepared one that fits. */
export function responseTo(id: string, meeting: Parts): Objection | null {
  const objection = meeting.objections.find((each) => each.id === id)
  if (objection === undefined || objection.response !== null) return objection ?? null
  const { prepared } = offerFor(objection, meeting)
  return meeting.objections.find((each) => each.id === prepared) ?? null
}

/** The id of what an entry takes out of the objections: it was taken back, removed or made another kind. */
export function withdrawnBy(body: Body): string | null {
  if (body.type === 'capture.undone' || body.type === 'captured.removed') return body.captured.item.id
  if (body.type === 'captured.edited' && body.captured.type !== 'objection.raised') return body.was.item.id
  return null
}
