import fc from 'fast-check'

import type { SignOffMark } from '../../shared/meeting/schema'
import { idArb, someone, textArb } from './arbValues'
import type { Asked } from './asked'

/** The record is finalised with nothing left out. */
export const FINALISE: Asked = { type: 'finalise', leftOut: [], signers: [] }
const markArb: fc.Arbitrary<SignOffMark> = fc.oneof(
  textArb.map((text): SignOffMark => ({ kind: 'typed', text })),
  fc.constant<SignOffMark>({
    kind: 'drawn',
    strokes: [
      [
        [0, 0],
        [600, 200],
      ],
    ],
  }),
)

/** Commands about the record: most of them hit once a meeting has ended. */
export const recordCommandArb: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    type: fc.constant('finalise'),
    leftOut: fc.uniqueArray(idArb, { maxLength: 1 }),
    signers: fc.uniqueArray(idArb, { maxLength: 1 }),
  }),
  fc.constant(FINALISE),
  fc.constant<Asked>({ type: 'reopenRecord' }),
  fc.record({
    type: fc.constant('giveSignOff'),
    attendee: someone,
    name: textArb,
    role: textArb,
    mark: markArb,
  }),
  fc.record({ type: fc.constant('withdrawSignOff'), signOff: idArb }),
  fc.record({
    type: fc.constant('noteSignature'),
    revision: fc.integer({ min: 1, max: 3 }),
    signature: fc.record(
      { name: textArb, certificate: fc.constant('ab'.repeat(32)) },
      { noNullPrototype: true },
    ),
  }),
)
