import type { Applied } from './applyRecord'
import { editedItem } from './concurrent'
import { detailsOf } from './decisionSchema'
import type { Body } from './entries'
import { changed, type Made } from './lists'
import type { Decision, Meeting } from './schema'

/** The bodies that speak of a decision beside its capture. */
export type DecisionBody = Extract<Body, { type: 'decision.detailed' | `readBack.${string}` }>

/** A decision after something was said about it, or it was read back. What another copy said meanwhile stays. */
export function decisionAfter(decision: Decision, body: DecisionBody, at: string): Decision {
  switch (body.type) {
    case 'decision.detailed':
      return { ...decision, ...editedItem(detailsOf(decision), body.was, body.details) }
    case 'readBack.shown':
      return { ...decision, readBacks: [...decision.readBacks, { at, text: body.text, hash: body.hash }] }
    case 'readBack.closed': {
      const { positions, outcome } = decision
      const answers = { positions: body.positions, outcome: body.outcome }
      return { ...decision, ...editedItem({ positions, outcome }, body.was, answers) }
    }
  }
}

/** What is before the room once the sentence of a decision goes: in joined copies it may be that of another one. */
function withoutSentence({ readBack }: Meeting, decision: string): Meeting['readBack'] {
  return readBack?.decision === decision ? null : readBack
}

/** The meeting after something was said about a decision, or it was read back. Pure and total. */
export function changeDecision(
  meeting: Meeting,
  body: DecisionBody,
  { at }: Pick<Applied, 'at'>,
  made: Made,
): Meeting {
  const decisions = changed(meeting.decisions, body.decision, (old) => decisionAfter(old, body, at), made)
  switch (body.type) {
    case 'decision.detailed':
      return { ...meeting, decisions }
    case 'readBack.shown': {
      const { decision, text, hash } = body
      const up = { ...meeting, decisions, readBack: { decision, at, text, hash } }
      return meeting.status === 'live' ? withoutOrphan(up) : { ...meeting, decisions }
    }
    case 'readBack.closed':
      return { ...meeting, decisions, readBack: withoutSentence(meeting, body.decision) }
  }
}

/** The meeting with no sentence before the room that belongs to no decision any more. */
export function withoutOrphan(meeting: Meeting): Meeting {
  const { readBack, decisions } = meeting
  return readBack === null || decisions.some(({ id }) => id === readBack.decision)
    ? meeting
    : { ...meeting, readBack: null }
}
