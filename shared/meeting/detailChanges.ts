import { formatMoment } from '../capture/due'
import { OUTCOMES, stanceLines } from '../record/decisionWords'
import type { Change } from './corrections'
import type { DecisionDetails } from './decisionSchema'
import type { Meeting } from './schema'

const NOTHING = 'nothing'

type Fields = readonly (readonly [label: string, words: string])[]

function fields(
  { options, outcome, positions, review, supersedes }: DecisionDetails,
  { attendees, decisions, timeZone }: Meeting,
): Fields {
  const names = new Map(attendees.map(({ id, name }) => [id, name]))
  const stances = stanceLines(positions.map((each) => ({ ...each, name: names.get(each.attendee) ?? '' })))
  const replaced = decisions.find(({ id }) => id === supersedes)?.text ?? 'a decision that is gone'
  return [
    ['Options', options.length === 0 ? NOTHING : options.join('; ')],
    ['Outcome', outcome === null ? NOTHING : OUTCOMES[outcome]],
    ['Positions', stances.length === 0 ? NOTHING : stances.join('; ')],
    ['Review', review === null ? NOTHING : formatMoment(review, timeZone)],
    ['Takes the place of', supersedes === null ? NOTHING : replaced],
  ]
}

/** What was changed about a decision beside its text, each field as it was and as it is. */
export function detailChanges(
  was: DecisionDetails,
  is: DecisionDetails,
  meeting: Meeting,
): readonly Change[] {
  const after = new Map(fields(is, meeting))
  return fields(was, meeting).flatMap(([label, before]) => {
    const now = after.get(label) ?? NOTHING
    return now === before ? [] : [{ label, was: before, is: now }]
  })
}
