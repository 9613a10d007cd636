import type { Answers, Position, Stance } from '../../../shared/meeting/decisionSchema'
import type { Attendee, Decision, Meeting } from '../../../shared/meeting/schema'

/** Where one person stands, as it is being said; `position` is null until it is. */
export type Stand = { readonly position: Stance | null; readonly reason: string }

/** The answers to a decision as they are being typed, by person. */
export type AnswersDraft = {
  readonly outcome: Answers['outcome']
  readonly stands: Readonly<Record<string, Stand>>
}

const NOTHING: Stand = { position: null, reason: '' }

/** The answers of a decision, to be changed. */
export function draftOf({ outcome, positions }: Pick<Decision, 'outcome' | 'positions'>): AnswersDraft {
  const stands = positions.map(({ attendee, position, reason }) => [attendee, { position, reason }] as const)
  return { outcome, stands: Object.fromEntries(stands) }
}

/** Where a person stands in a draft. */
export function standOf({ stands }: AnswersDraft, id: string): Stand {
  return stands[id] ?? NOTHING
}

/** A draft in which somebody stands elsewhere. */
export function withStand(draft: AnswersDraft, id: string, change: Partial<Stand>): AnswersDraft {
  return { ...draft, stands: { ...draft.stands, [id]: { ...standOf(draft, id), ...change } } }
}

/** A draft in which everybody agreed, and so the decision is agreed. */
export function allAgreed(draft: AnswersDraft, people: readonly Attendee[]): AnswersDraft {
  const agreed = people.reduce((all, { id }) => withStand(all, id, { position: 'agreed' }), draft)
  return { ...agreed, outcome: 'agreed' }
}

/** The answers that a draft holds, in the order of the list of people. A reason goes with an objection alone. */
export function answersOf({ outcome, stands }: AnswersDraft, attendees: readonly Attendee[]): Answers {
  const positions = attendees.flatMap(({ id }): readonly Position[] => {
    const { position, reason } = stands[id] ?? NOTHING
    if (position === null) return []
    return [{ attendee: id, position, reason: position === 'objected' ? reason : '' }]
  })
  return { outcome, positions: [...positions] }
}

/**
 * The people who can be asked: those who are there now, else everybody, and whoever has answered already.
 */
export function askedOf({ attendees }: Pick<Meeting, 'attendees'>, draft: AnswersDraft): readonly Attendee[] {
  const isThere = ({ present }: Attendee) => present.some(({ to }) => to === null)
  const anybody = attendees.some(isThere)
  return attendees.filter(
    (person) => !anybody || isThere(person) || standOf(draft, person.id).position !== null,
  )
}
