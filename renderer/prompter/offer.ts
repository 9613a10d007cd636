import { clearMatch } from '../../shared/capture/matchPrepared'
import type { Body } from '../../shared/meeting/entries'
import { shortName } from '../../shared/meeting/coverage'
import { preparedMatches, roleOf } from '../../shared/meeting/decideMatch'
import type { Meeting, Objection } from '../../shared/meeting/schema'
import { broughtAbout } from '../../shared/meeting/subjects'

/** What the presenter is told when somebody raises something: who, what, and the key of a prepared response. */
export type Offer = {
  readonly objection: string
  readonly text: string
  readonly key: number | null
  /** The prepared objection it is, or null where it is none, or that is not clear. */
  readonly prepared: string | null
  /** Where it is not clear: those it could be, best first. */
  readonly choices: readonly Choice[]
}

/** A prepared objection that what was raised could be. */
export type Choice = { readonly key: number; readonly prepared: string; readonly name: string }

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

type Parts = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>

/** So many can be told apart while speaking. */
const MOST_CHOICES = 3

/** The prepared objections it could be where that is not clear; none where somebody said that it is none of them. */
function choicesFor({ text, who }: Objection, meeting: Parts): readonly Choice[] {
  const matches = preparedMatches(text, roleOf(who, meeting), meeting)
  if (clearMatch(matches) !== null) return []
  const withKey = new Map(preparedObjections(meeting).map((each) => [each.id, each]))
  return matches.slice(0, MOST_CHOICES).flatMap(({ expected }) => {
    const found = withKey.get(expected.id)
    return found === undefined ? [] : [{ key: found.key, prepared: found.id, name: shortName(found) }]
  })
}

/** The offer for an objection that was just raised: the response to the prepared one it is, or to those it could be. */
export function offerFor(raised: Objection, meeting: Parts): Offer {
  const person = meeting.attendees.find((attendee) => attendee.id === raised.who)
  const who = person?.name ?? (raised.role === '' ? 'Raised' : raised.role)
  const text = `${who}: ${raised.text}`
  const fits = preparedObjections(meeting).find(({ id }) => id === raised.prepared)
  if (raised.prepared === null)
    return { objection: raised.id, text, key: null, prepared: null, choices: choicesFor(raised, meeting) }
  return { objection: raised.id, text, key: fits?.key ?? null, prepared: fits?.id ?? null, choices: [] }
}

/** The objection whose response belongs to this one: itself, or for a raised one the prepared one that it is. */
export function responseTo(id: string, { objections }: Pick<Meeting, 'objections'>): Objection | null {
  const objection = objections.find((each) => each.id === id)
  if (objection === undefined || objection.response !== null) return objection ?? null
  return objections.find((each) => each.id === objection.prepared && each.response !== null) ?? null
}

/** The id of what an entry takes out of the objections: it was taken back, removed or made another kind. */
export function withdrawnBy(body: Body): string | null {
  const told = broughtAbout(body)
  if (told.type === 'captured.removed') return told.captured.item.id
  if (told.type === 'captured.edited' && told.captured.type !== 'objection.raised') return told.was.item.id
  return null
}
