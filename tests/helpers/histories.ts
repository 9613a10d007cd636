import fc from 'fast-check'

import type { CaptureDraft } from '../../shared/meeting/commands'
import { FIRST_SETTINGS } from '../../shared/meeting/newMeeting'
import type { FollowUp, SignOffMark, WorkingHours } from '../../shared/meeting/schema'
import { smallPlaybook } from '../fixtures/playbook-small'
import type { Asked } from './asked'
import { BERLIN, EPOCH, idOf } from './meetings'

const zones = [BERLIN, 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'] as const
const momentArb = fc.oneof(
  fc
    .integer({ min: EPOCH - 86_400_000, max: EPOCH + 60_000 })
    .map((milliseconds) => new Date(milliseconds).toISOString()),
  fc.constantFrom(
    '2026-11-24T14:00:00.000+01:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999-12:00',
    '9999-12-20T10:00:00+23:59',
    '2026-03-29T02:30:00+01:00',
    '2028-02-29T12:00Z',
  ),
)
const moments = fc.option(momentArb, { freq: 3 })

/** Text that people, machines and attackers type; never a half character, as the schemas demand. */
export const textArb = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    '',
    '   ',
    'logins fail',
    '4–6 hours',
    'up to 90 min',
    '10000 h',
    'Friday 17:00',
    '25 Nov 2026 14:00',
    '31 Dec 9999 23:59',
    '99999-12-01',
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '=cmd|/c calc!A0',
    '{{bug}} [aside] {{nothing}}',
    'Zoë vs Zoe\u0308',
    '\u0000\u0001\u2028\uFEFF',
    '\u0958'.repeat(200),
    'x'.repeat(300),
  ),
)
const longTextArb = fc.oneof(
  { weight: 20, arbitrary: textArb },
  fc.constantFrom('x'.repeat(10_000), '\u0958'.repeat(9_999), '𝄞'.repeat(5_000), 'o\u0308'.repeat(5_000)),
)
const idArb = fc.oneof(fc.nat(24).map(idOf), fc.uuid())
const someone = fc.option(idArb, { freq: 2 })
const personArb = fc.record({ name: textArb, role: textArb, organisation: textArb, email: textArb })

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

const places = fc.nat(6)
const cueIdArb = fc.oneof(idArb, fc.constantFrom('open', 'deadline-slot'))
const expectedIdArb = fc.oneof(idArb, fc.constant('deadline'))
const taskIdArb = fc.oneof(idArb, fc.constantFrom('fix', 'retest'))
const rangeArb = fc.oneof(textArb, fc.constantFrom('', '4–6 hours', '90 min', '6–4 h'))
const wordsArb = fc.array(
  textArb.filter((text) => text !== ''),
  { maxLength: 2 },
)
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
const followUpArb: fc.Arbitrary<FollowUp> = fc.record(
  { when: momentArb, where: textArb, agenda: textArb },
  { noNullPrototype: true },
)
const hoursArb = fc.constantFrom<WorkingHours | null>(
  null,
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  { days: [7], from: '17:00', to: '09:00' },
)

/** Commands of Prepare: script, objections, plan. */
const preparedArb: readonly fc.Arbitrary<Asked>[] = [
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
const decisionArb: fc.Arbitrary<Asked> = fc.oneof(
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
const arrangedArb: readonly fc.Arbitrary<Asked>[] = [
  fc.record({ type: fc.constant('moveEntry'), entry: idArb, to: places }),
  fc.record({ type: fc.constantFrom('linkEntries', 'unlinkEntries'), from: idArb, to: idArb }),
  fc.constant<Asked>({ type: 'undo' }),
  fc.constant<Asked>({ type: 'undo' }),
  fc.constant<Asked>({ type: 'redo' }),
]

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
    mark: fc.constantFrom('shown', 'ticked', 'unticked'),
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

const FINALISE: Asked = { type: 'finalise', leftOut: [], signers: [] }
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
