import fc from 'fast-check'

import { idArb, moments, places, someone, taskIdArb, textArb, wordsArb } from './arbValues'
import type { Asked } from './asked'
import { idOf } from './meetings'

/** One of the entries that a history often begins with. */
const earlyArb = fc.oneof(fc.integer({ min: 2, max: 6 }).map(idOf), idArb)
const stanceArb = fc.record({
  attendee: earlyArb,
  position: fc.constantFrom('agreed', 'objected', 'abstained'),
  reason: textArb,
})
const outcomeArb = fc.constantFrom('proposed', 'agreed', 'rejected', 'deferred', null)
const positionsArb = fc.array(stanceArb, { maxLength: 2 })

/** Commands about decisions and about the actions that follow from the plan. */
export const decisionArb: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    type: fc.constant('setDecision'),
    decision: earlyArb,
    details: fc.record({
      options: wordsArb,
      outcome: outcomeArb,
      positions: positionsArb,
      review: moments,
      supersedes: someone,
    }),
  }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('readBack'), decision: earlyArb }) },
  fc.record({
    type: fc.constant('closeReadBack'),
    answers: fc.oneof(
      fc.record({ positions: positionsArb, outcome: outcomeArb }, { noNullPrototype: true }),
      fc.constant(null),
    ),
  }),
  fc.record({ type: fc.constant('taskToAction'), task: taskIdArb, owner: someone, due: moments }),
)

/** Entries put in order and linked, and undo and redo of anything. */
export const arrangedArb: readonly fc.Arbitrary<Asked>[] = [
  fc.record({ type: fc.constant('moveEntry'), entry: idArb, to: places }),
  fc.record({ type: fc.constantFrom('linkEntries', 'unlinkEntries'), from: idArb, to: idArb }),
  fc.constant<Asked>({ type: 'undo' }),
  fc.constant<Asked>({ type: 'undo' }),
  fc.constant<Asked>({ type: 'redo' }),
]
