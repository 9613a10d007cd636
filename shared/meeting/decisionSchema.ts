import { z } from 'zod'

import { hashSchema, LONGEST_LINE, momentSchema, textSchema, uuidSchema } from '../text'

/** Most options and positions a decision holds. */
export const MOST_OPTIONS = 20

const line = textSchema(LONGEST_LINE)

/** What became of a decision. Nobody said so yet where a decision has none. */
export const outcomeSchema = z.enum(['proposed', 'agreed', 'rejected', 'deferred'])
export type Outcome = z.infer<typeof outcomeSchema>

export const stanceSchema = z.enum(['agreed', 'objected', 'abstained'])
export type Stance = z.infer<typeof stanceSchema>

/** Where a person of the meeting stands on a decision; `reason` may be empty. */
export const positionSchema = z.object({ attendee: uuidSchema, position: stanceSchema, reason: line })
export type Position = Readonly<z.infer<typeof positionSchema>>

/**
 * What is said about a decision beside its text: the options that were considered, where people stand, when it
 * is looked at again (`review`, a moment), and the decision of this meeting that it takes the place of.
 */
export const decisionDetailsSchema = z.object({
  options: z.array(line.min(1)).max(MOST_OPTIONS, `are more than ${MOST_OPTIONS}`),
  outcome: outcomeSchema.nullable(),
  positions: z.array(positionSchema),
  review: momentSchema.nullable(),
  supersedes: uuidSchema.nullable(),
})
export type DecisionDetails = Readonly<z.infer<typeof decisionDetailsSchema>>

/** A sentence as it was shown to the room and read out; `hash` is the SHA-256 of its UTF-8 text. */
export const readBackSchema = z.object({ at: momentSchema, text: textSchema().min(1), hash: hashSchema })
export type ReadBack = Readonly<z.infer<typeof readBackSchema>>

/** The answers to a read-back: where people stand, and what became of the decision. */
export const answersSchema = decisionDetailsSchema.pick({ positions: true, outcome: true })
export type Answers = Readonly<z.infer<typeof answersSchema>>

/** All that a decision holds beside its id, text and moment. */
export const decisionFields = {
  ...decisionDetailsSchema.shape,
  readBacks: z.array(readBackSchema),
} as const

/** The sentence that is on the Board to be read out now. */
export const shownReadBackSchema = readBackSchema.extend({ decision: uuidSchema })
export type ShownReadBack = Readonly<z.infer<typeof shownReadBackSchema>>

/** What a decision holds when it was just captured. */
export function bareDecision() {
  return { options: [], outcome: null, positions: [], review: null, supersedes: null, readBacks: [] }
}

/** What is said about a decision, without its text and its read-backs. */
export function detailsOf({
  options,
  outcome,
  positions,
  review,
  supersedes,
}: DecisionDetails): DecisionDetails {
  return { options, outcome, positions, review, supersedes }
}

/** All that a decision holds beside its id, text and moment. */
export function decisionParts(decision: DecisionDetails & { readonly readBacks: readonly ReadBack[] }) {
  return { ...detailsOf(decision), readBacks: [...decision.readBacks] }
}

/** Whether the room was shown another sentence than the decision now has: null where it was never read back. */
export function readBackState(decision: {
  readonly text: string
  readonly readBacks: readonly ReadBack[]
}): 'same' | 'changed' | null {
  const last = decision.readBacks.at(-1)
  if (last === undefined) return null
  return last.text === decision.text ? 'same' : 'changed'
}
