import type { Answers, DecisionDetails, Outcome, Position, Stance } from '../meeting/decisionSchema'
import { listed } from './words'

/** How the words about a decision name people, moments and other decisions. */
export type Naming = {
  readonly name: (attendee: string) => string
  readonly moment: (moment: string) => string
  readonly decision: (id: string) => string
}

/** What became of a decision, in words. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  rejected: 'Rejected',
  deferred: 'Deferred',
}

/** Objections stand first: they are what a reader must not miss. */
const STANCES: readonly Stance[] = ['objected', 'abstained', 'agreed']

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  agreed: 'Agreed',
  objected: 'Objected',
  abstained: 'Abstained',
}

type Decided = {
  readonly id: string
  readonly text: string
  readonly outcome: Outcome | null
  readonly supersedes: string | null
  readonly positions: readonly Named[]
}

/** A decision that stands, with its number in the list; `note` is its outcome where that is no agreement. */
type Standing = { readonly number: number; readonly decision: Decided; readonly note: string }

/** The decisions that no other one took the place of; all of them where each has been replaced. */
export function standingDecisions(decisions: readonly Decided[]): readonly Standing[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes))
  const numbered = decisions.map((decision, index): Standing => {
    const { outcome } = decision
    const note = outcome === null || outcome === 'agreed' ? '' : OUTCOMES[outcome].toLowerCase()
    return { number: index + 1, decision, note }
  })
  const standing = numbered.filter(({ decision }) => !replaced.has(decision.id))
  return standing.length === 0 ? numbered : standing
}

type Named = Pick<Position, 'position' | 'reason'> & { readonly name: string }

/** Who stands where, a line for each stance that somebody has: `Objected: Ben Adler (“too late”)`. */
export function stanceLines(positions: readonly Named[]): readonly string[] {
  return STANCES.flatMap((stance) => {
    const people = positions
      .filter(({ position }) => position === stance)
      .map(({ name, reason }) => {
        const who = name === '' ? 'Somebody' : name
        return reason === '' ? who : `${who} (“${reason}”)`
      })
    return people.length === 0 ? [] : [`${STANCE_WORDS[stance]}: ${listed(people)}`]
  })
}

/** Whether somebody stands against a decision. */
export function someObjected(decisions: readonly Pick<Decided, 'positions'>[]): boolean {
  return decisions.some(({ positions }) => positions.some(({ position }) => position === 'objected'))
}

function positionsWords(positions: readonly Position[], { name }: Naming): string {
  const named = positions.map(({ attendee, position, reason }) => ({
    name: name(attendee),
    position,
    reason,
  }))
  const lines = stanceLines(named)
  return lines.length === 0 ? 'nobody’s position' : lines.join('; ')
}

function outcomeWords(outcome: Outcome | null): string {
  return `outcome: ${outcome === null ? 'not said' : outcome}`
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What changed about the answers to a decision, each part in full. */
export function answersWords(now: Answers, was: Answers, naming: Naming): readonly string[] {
  return [
    ...(now.outcome === was.outcome ? [] : [outcomeWords(now.outcome)]),
    ...(same(now.positions, was.positions) ? [] : [positionsWords(now.positions, naming)]),
  ]
}

/** What changed about a decision beside its text, each part in full. */
export function detailsWords(now: DecisionDetails, was: DecisionDetails, naming: Naming): readonly string[] {
  const options = now.options.map((option) => `“${option}”`)
  const review = now.review === null ? 'none' : naming.moment(now.review)
  const supersedes = now.supersedes === null ? 'nothing' : naming.decision(now.supersedes)
  return [
    ...(same(now.options, was.options)
      ? []
      : [`options: ${options.length === 0 ? 'none' : listed(options)}`]),
    ...answersWords(now, was, naming),
    ...(now.review === was.review ? [] : [`review: ${review}`]),
    ...(now.supersedes === was.supersedes ? [] : [`takes the place of ${supersedes}`]),
  ]
}
