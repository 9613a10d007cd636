import fc from 'fast-check'

import type { CaptureDraft } from '../../shared/meeting/commands'
import { FIRST_SETTINGS } from '../../shared/meeting/newMeeting'
import type { FollowUp } from '../../shared/meeting/schema'
import { smallPlaybook } from '../fixtures/playbook-small'
import { arrangedArb, decisionArb } from './arbDecisions'
import { preparedArb } from './arbPrepare'
import { FINALISE, recordCommandArb } from './arbRecord'
import {
  cueIdArb,
  expectedIdArb,
  idArb,
  longTextArb,
  momentArb,
  moments,
  personArb,
  someone,
  textArb,
} from './arbValues'
import type { Asked } from './asked'
import { BERLIN } from './meetings'

const zones = [BERLIN, 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'] as const

/** What somebody captures. */
export const draftArb: fc.Arbitrary<CaptureDraft> = fc.oneof(
  fc.record({ kind: fc.constantFrom('note', 'decision'), text: longTextArb, at: moments }),
  fc.record({
    kind: fc.constantFrom('objection', 'question', 'concern'),
    text: longTextArb,
    at: moments,
    who: someone,
  }),
  fc.record({
    kind: fc.constant('objection'),
    text: fc.constantFrom('the deadline', 'logins fail', 'we are late, so late'),
    at: moments,
    who: someone,
    prepared: fc.constantFrom('deadline', 'nothing', null),
  }),
  fc.record({ kind: fc.constant('action'), text: longTextArb, at: moments, owner: someone, due: moments }),
  fc.record({ kind: fc.constant('parking'), text: longTextArb, at: moments, owner: someone }),
)

const factKeys = [...smallPlaybook.facts.map((fact) => fact.key), 'nothing', '__proto__']
const followUpArb: fc.Arbitrary<FollowUp> = fc.record(
  { when: momentArb, where: textArb, agenda: textArb },
  { noNullPrototype: true },
)

/** Commands of the stage and of the end of a meeting. */
const closingArb: readonly fc.Arbitrary<Asked>[] = [
  fc.record({ type: fc.constant('showResponse'), objection: expectedIdArb }),
  fc.record({ type: fc.constant('settleConflict'), conflict: textArb, keep: idArb }),
  fc
    .record({ objection: expectedIdArb, prepared: fc.option(expectedIdArb, { freq: 3 }) })
    .map((match) => ({ type: 'matchObjection', ...match })),
  fc.record({
    type: fc.constant('markPhrase'),
    cue: cueIdArb,
    phrase: textArb.map((text) => `we stop ${text}`),
    mark: fc.constantFrom('shown', 'heard', 'ticked', 'unticked'),
  }),
  fc.record({
    type: fc.constant('setChecklistItem'),
    item: fc.oneof(idArb, fc.constant('people')),
    done: fc.boolean(),
  }),
  fc.oneof(followUpArb, fc.constant(null)).map((followUp) => ({ type: 'setFollowUp', followUp })),
  fc.record({
    type: fc.constant('setActionStatus'),
    action: idArb,
    status: fc.constantFrom('open', 'done', 'dropped'),
  }),
  fc
    .record({ boardDelay: fc.nat(10), namesOnBoard: fc.boolean() })
    .map((changes) => ({ type: 'setSettings', settings: { ...FIRST_SETTINGS, ...changes } })),
]

/** Any command a window could send, sense or nonsense; ids are drawn from `idOf(0…24)`, so many of them hit. */
export const commandArb: fc.Arbitrary<Asked> = fc.oneof<fc.MaybeWeightedArbitrary<Asked>[]>(
  { weight: 8, arbitrary: draftArb.map((draft) => ({ type: 'capture', draft })) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('setFact'),
      key: fc.constantFrom(...factKeys),
      value: longTextArb,
      source: textArb,
    }),
  },
  fc.record({
    type: fc.constant('setDetails'),
    title: textArb,
    plannedStart: moments,
    place: textArb,
    timeZone: fc.constantFrom(...zones),
  }),
  { weight: 2, arbitrary: personArb.map((attendee) => ({ type: 'addAttendee', attendee })) },
  fc.tuple(idArb, personArb).map(([id, person]) => ({ type: 'editAttendee', attendee: { id, ...person } })),
  fc.record({ type: fc.constant('removeAttendee'), attendee: idArb }),
  fc.constantFrom<Asked>(
    { type: 'start' },
    { type: 'end' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'reopen' },
  ),
  { weight: 3, arbitrary: fc.oneof(...preparedArb) },
  { weight: 2, arbitrary: fc.oneof(...closingArb) },
  { weight: 3, arbitrary: decisionArb },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('editEntry'), entry: idArb, draft: draftArb }) },
  fc.record(
    { type: fc.constant('removeEntry'), entry: idArb, seen: draftArb },
    { requiredKeys: ['type', 'entry'] },
  ),
  fc.record({ type: fc.constantFrom('arrive', 'leave'), attendee: idArb }),
  fc.record({
    type: fc.constant('setObjectionStatus'),
    objection: fc.oneof(idArb, fc.constant('deadline')),
    status: fc.constantFrom('open', 'answered', 'sustained', 'deferred'),
  }),
  { weight: 3, arbitrary: fc.oneof(...arrangedArb) },
  { weight: 2, arbitrary: recordCommandArb },
)

/** A whole history. Half of them start the meeting first, so that captures are taken. */
export const historyArb: fc.Arbitrary<Asked[]> = fc
  .tuple(fc.boolean(), fc.array(commandArb, { maxLength: 24 }))
  .map(([live, commands]) => (live ? [{ type: 'start' }, ...commands] : commands))

const someCommands = fc.array(commandArb, { maxLength: 8 })

/** A history full of decisions: two people, two decisions, and then anything, most of it about them. */
export const decisionHistoryArb: fc.Arbitrary<Asked[]> = fc
  .tuple(personArb, textArb, textArb, fc.array(fc.oneof(decisionArb, commandArb), { maxLength: 16 }))
  .map(([person, one, other, commands]) => [
    { type: 'start' },
    { type: 'addAttendee', attendee: { ...person, name: `A${person.name}` } },
    { type: 'addAttendee', attendee: { ...person, name: 'Ben Adler' } },
    { type: 'capture', draft: { kind: 'decision', text: `we halt ${one}`, at: null } },
    { type: 'capture', draft: { kind: 'decision', text: `we ship ${other}`, at: null } },
    ...commands,
  ])

/** A history that finalises its record, and then goes on: sign-offs, progress of actions, corrections, more revisions. */
export const finalisedHistoryArb: fc.Arbitrary<Asked[]> = fc
  .tuple(
    fc.array(commandArb, { maxLength: 14 }),
    fc.array(fc.oneof(recordCommandArb, commandArb), { maxLength: 8 }),
    fc.boolean(),
    someCommands,
  )
  .map(([before, after, again, last]) => [
    { type: 'start' },
    ...before.filter(({ type }) => type !== 'end'),
    { type: 'end' },
    FINALISE,
    ...after,
    ...(again ? ([{ type: 'reopenRecord' }, ...last, { type: 'end' }, FINALISE] as const) : []),
    ...last,
  ])
