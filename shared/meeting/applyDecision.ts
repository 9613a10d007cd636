import type { Applied } from './applyRecord'
import type { Body } from './entries'
import { changed, type Made } from './lists'
import type { Decision, Meeting } from './schema'

/** The bodies that speak of a decision beside its capture. */
export type DecisionBody = Extract<Body, { type: 'decision.detailed' | `readBack.${string}` }>

/** The meeting after something was said about a decision, or it was read back. Pure and total. */
export function changeDecision(
  meeting: Meeting,
  body: DecisionBody,
  { at }: Pick<Applied, 'at'>,
  made: Made,
): Meeting {
  const among = (change: (decision: Decision) => Decision) =>
    changed(meeting.decisions, body.decision, change, made)
  switch (body.type) {
    case 'decision.detailed':
      return { ...meeting, decisions: among((decision) => ({ ...decision, ...body.details })) }
    case 'readBack.shown': {
      const { decision, text, hash } = body
      const decisions = among((old) => ({ ...old, readBacks: [...old.readBacks, { at, text, hash }] }))
      const up = { ...meeting, decisions, readBack: { decision, at, text, hash } }
      return meeting.status === 'live' ? withoutOrphan(up) : { ...meeting, decisions }
    }
    case 'readBack.closed': {
      const { positions, outcome } = body
      const decisions = among((decision) => ({ ...decision, positions, outcome }))
      return { ...meeting, decisions, readBack: null }
    }
  }
}

/** The meeting with no sentence before the room that belongs to no decision any more. */
export function withoutOrphan(meeting: Meeting): Meeting {
  const { readBack, decisions } = meeting
  return readBack === null || decisions.some(({ id }) => id === readBack.decision)
    ? meeting
    : { ...meeting, readBack: null }
}
