import fc from 'fast-check'

import type { WorkingHours } from '../../shared/meeting/schema'
import { cueIdArb, expectedIdArb, longTextArb, places, taskIdArb, textArb, wordsArb } from './arbValues'
import type { Asked } from './asked'

const rangeArb = fc.oneof(textArb, fc.constantFrom('', '4–6 hours', '90 min', '6–4 h'))
const spokenArb = fc.record({
  kind: fc.constant('spoken'),
  heading: textArb,
  agenda: textArb,
  text: longTextArb,
  mustSay: wordsArb,
  tips: fc.constantFrom<string[]>([], ['calm']),
  timebox: fc.constantFrom(1, 2.5),
})
const slotArb = fc.record({
  kind: fc.constant('slot'),
  heading: textArb,
  agenda: textArb,
  objection: expectedIdArb,
  tips: fc.constant<string[]>([]),
  timebox: fc.constant(1),
})
const cueArb = fc.oneof(spokenArb, slotArb)
const expectedArb = fc.record({
  text: textArb,
  kind: fc.constantFrom('objection', 'question', 'concern'),
  role: textArb,
  keywords: wordsArb,
  key: fc.option(fc.integer({ min: 1, max: 9 })),
  response: fc.record({
    sayFirst: textArb.map((text) => `We see it. ${text}`),
    evidence: textArb,
    questionBack: textArb,
    doNotSay: textArb,
  }),
})
const hoursArb = fc.constantFrom<WorkingHours | null>(
  null,
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  { days: [7], from: '17:00', to: '09:00' },
)

/** Commands of Prepare: script, objections, plan. */
export const preparedArb: readonly fc.Arbitrary<Asked>[] = [
  fc.record({ type: fc.constant('addCue'), cue: cueArb, position: places }),
  fc.tuple(cueIdArb, cueArb).map(([id, cue]) => ({ type: 'editCue', cue: { ...cue, id } })),
  fc.record({ type: fc.constant('removeCue'), cue: cueIdArb }),
  fc.record({ type: fc.constant('moveCue'), cue: cueIdArb, to: places }),
  fc.record({ type: fc.constant('addExpected'), objection: expectedArb }),
  fc.record({ type: fc.constant('editExpected'), id: expectedIdArb, objection: expectedArb }),
  fc.record({ type: fc.constant('removeExpected'), objection: expectedIdArb }),
  fc.record({ type: fc.constant('moveExpected'), objection: expectedIdArb, to: places }),
  fc.record({ type: fc.constant('addTask'), text: textArb, estimate: rangeArb }),
  fc.record({ type: fc.constant('editTask'), task: taskIdArb, text: textArb, estimate: rangeArb }),
  fc.record({ type: fc.constant('removeTask'), task: taskIdArb }),
  fc.record({ type: fc.constant('moveTask'), task: taskIdArb, to: places }),
  fc.record({
    type: fc.constant('setPlanDate'),
    date: fc.constantFrom('start', 'originalDate', 'override'),
    text: fc.oneof(textArb, fc.constantFrom('', 'friday 17:00', '25 Nov 2026 14:00')),
  }),
  fc.record({ type: fc.constant('setWorkingHours'), hours: hoursArb }),
]
