import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import { detailsOf, type Answers, type DecisionDetails, type Position } from './decisionSchema'
import type { Body } from './entries'
import { sha256Hex } from './log'
import { asTyped, oneLine } from './normal'
import type { Decision, Meeting } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** A longer text is no sentence that a room can read and hear at once. */
const LONGEST_READ_BACK = 600

const GONE = 'That decision is no longer there.'

function decisionOf(meeting: Meeting, id: string): Decision | undefined {
  return meeting.decisions.findLast((each) => each.id === id)
}

function positionsOf(meeting: Meeting, positions: readonly Position[]): Result<Position[]> {
  const people = new Set(meeting.attendees.map(({ id }) => id))
  if (positions.some(({ attendee }) => !people.has(attendee)))
    return refuse('unknown', 'That person is not on this meeting’s list of people.', 'positions')
  if (new Set(positions.map(({ attendee }) => attendee)).size < positions.length)
    return refuse('double', 'A person can stand in one place only.', 'positions')
  return accept(positions.map((each) => ({ ...each, reason: oneLine(each.reason) })))
}

/** Whether following what each decision supersedes leads from `from` to `to`. */
function leadsTo(meeting: Meeting, from: string, to: string): boolean {
  const before = new Map(meeting.decisions.map(({ id, supersedes }) => [id, supersedes]))
  const seen = new Set<string>()
  for (let at: string | null = from; at !== null && !seen.has(at); at = before.get(at) ?? null) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

function supersededBy(meeting: Meeting, decision: string, supersedes: string | null): Result<null> {
  if (supersedes === null) return accept(null)
  if (decisionOf(meeting, supersedes) === undefined)
    return refuse(
      'unknown',
      'The decision that this one takes the place of is no longer there.',
      'supersedes',
    )
  return leadsTo(meeting, supersedes, decision)
    ? refuse(
        'circle',
        'A decision cannot take the place of itself, or of one that takes its own.',
        'supersedes',
      )
    : accept(null)
}

/**
 * What is said about a decision beside its text. Refuses people who are not on the list or stand in two places,
 * and a decision that would take the place of itself.
 */
export function setDecision(meeting: Meeting, command: Of<'setDecision'>): Result<Body> {
  const decision = decisionOf(meeting, command.decision)
  if (decision === undefined) return refuse('unknown', GONE)
  const { outcome, review, supersedes } = command.details
  const positions = positionsOf(meeting, command.details.positions)
  if (!positions.ok) return positions
  const superseded = supersededBy(meeting, decision.id, supersedes)
  if (!superseded.ok) return superseded
  const options = command.details.options.map(oneLine).filter((option) => option !== '')
  const details: DecisionDetails = { options, outcome, positions: positions.value, review, supersedes }
  return accept({ type: 'decision.detailed', decision: decision.id, details, was: detailsOf(decision) })
}

/** The sentence of a decision goes before the room. Refuses a
 * text too long for that, while another one is there, and unless the meeting is live. */
export function readBack(meeting: Meeting, command: Of<'readBack'>): Result<Body> {
  const decision = decisionOf(meeting, command.decision)
  if (decision === undefined) return refuse('unknown', GONE)
  if (meeting.status !== 'live')
    return refuse('status', 'A decision can be read back only while the meeting is live.')
  if (meeting.readBack !== null)
    return refuse('up', 'A decision is being read back already; finish that one first.')
  const text = asTyped(decision.text)
  if (text.length > LONGEST_READ_BACK)
    return refuse(
      'long',
      `It has ${text.length} characters; a room follows up to ${LONGEST_READ_BACK}. Shorten its text to one sentence first.`,
    )
  return accept({ type: 'readBack.shown', decision: decision.id, text, hash: sha256Hex(text) })
}

/** The sentence goes off again, with the answers that were given. */
export function closeReadBack(meeting: Meeting, command: Of<'closeReadBack'>): Result<Body> {
  const decision = meeting.readBack === null ? undefined : decisionOf(meeting, meeting.readBack.decision)
  if (decision === undefined) return refuse('nothing', 'No decision is being read back.')
  const was: Answers = { positions: decision.positions, outcome: decision.outcome }
  const { positions, outcome } = command.answers ?? was
  const checked = positionsOf(meeting, positions)
  return checked.ok
    ? accept({ type: 'readBack.closed', decision: decision.id, positions: checked.value, outcome, was })
    : checked
}
