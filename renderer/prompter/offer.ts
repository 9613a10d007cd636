import type { Meeting, Objection } from '../../shared/meeting/schema'

/** What the presenter is told when somebody raises something: who, what, and the key of a prepared response. */
export type Offer = { readonly objection: string; readonly text: string; readonly key: number | null }

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

const mentions = (text: string, words: readonly string[]) =>
  words.some((word) => text.toLowerCase().includes(word.toLowerCase()))

/**
 * The offer for an objection that was just raised. A response is offered only where it clearly belongs: one
 * prepared objection of the same role, or the one of several whose keywords are in what was said.
 */
export function offerFor(raised: Objection, meeting: Pick<Meeting, 'attendees' | 'objections'>): Offer {
  const person = meeting.attendees.find((attendee) => attendee.id === raised.who)
  const role = person?.role ?? raised.role
  const ofRole = preparedObjections(meeting).filter((each) => each.role === role && role !== '')
  const named = ofRole.filter((each) => mentions(raised.text, each.keywords))
  const [only, another] = ofRole.length === 1 ? ofRole : named
  const who = person?.name ?? (role === '' ? 'Raised' : role)
  const key = another === undefined ? (only?.key ?? null) : null
  return { objection: raised.id, text: `${who}: ${raised.text}`, key }
}
