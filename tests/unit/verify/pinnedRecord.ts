import { RECORD_FORMAT, RECORD_LAYOUT, RECORD_VERSION, type RecordFile } from '../../../shared/record/schema'

const at = (clock: string) => `2026-11-23T${clock}:00.000+01:00`
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const hash = (digit: string) => digit.repeat(64)
const by = { name: 'Sofia Marchetti', device: 'laptop' }

type Said = Omit<RecordFile['record']['decisions'][number], 'id' | 'text' | 'at'>

const sentence = 'Release 4.2 is stopped'
const silent: Said = {
  options: [],
  outcome: null,
  positions: [],
  review: null,
  supersedes: null,
  readBacks: [],
}

/** What is said about each decision: everything, something, nothing. */
const SAID: readonly Said[] = [
  {
    options: ['Halt', 'Ship with the risk'],
    outcome: 'agreed',
    positions: [
      { name: 'Dana Ito', position: 'agreed', reason: '' },
      { name: 'Bo Li', position: 'objected', reason: 'The customers wait' },
      { name: '', position: 'abstained', reason: '' },
    ],
    review: '2026-11-30T10:00:00.000+01:00',
    supersedes: null,
    readBacks: [{ at: at('14:11'), text: sentence, hash: hash('d') }],
  },
  { ...silent, outcome: 'deferred', supersedes: id(20) },
  { ...silent, supersedes: id(99) },
  silent,
]

function logged(number: number, clock: string, what: string): RecordFile['record']['log'][number] {
  const [prev, digest] = [[hash('a')], hash('b')]
  return { id: id(900 + number), at: at(clock), by, v: 1, prev, hash: hash('c'), what, digest }
}

function objection(
  number: number,
  kind: 'objection' | 'question' | 'concern',
  status: 'open' | 'answered' | 'sustained' | 'deferred',
): RecordFile['record']['objections'][number] {
  const who = number === 4 ? '' : `Person ${number}`
  const answer =
    number > 2
      ? null
      : {
          at: at('14:09'),
          sayFirst: `Say first ${number}`,
          evidence: number === 1 ? 'Fourteen of 212 tests fail' : '',
        }
  return {
    id: id(number),
    text: `Objection ${number}`,
    kind,
    status,
    at: at(`14:0${number}`),
    who,
    topic: number === 4 ? 1 : number,
    answer,
  }
}

/**
 * A record with something of everything that a record can print, written down once and never changed: it does
 * not hold together (its hashes are made up), and nothing but the printed words is taken from it.
 */
export const PINNED: RecordFile = {
  format: RECORD_FORMAT,
  version: RECORD_VERSION,
  layout: RECORD_LAYOUT,
  fingerprint: '0123456789abcdef'.repeat(4),
  record: {
    meeting: {
      id: id(1),
      title: 'Halt release 4.2',
      status: 'finalised',
      timeZone: 'Europe/Berlin',
      place: 'Bridge, Room 4',
      plannedStart: at('14:00'),
      startedAt: at('14:01'),
      endedAt: at('15:31'),
      breaks: [{ from: at('14:30'), to: at('14:40') }],
      language: 'en',
    },
    revision: { number: 2, at: at('15:40'), by, head: hash('d'), supersedes: hash('e') },
    bottomLine: `We stop the release. ${'The reasons are many, and each is long. '.repeat(9)}`,
    stakes: [{ id: id(2), title: 'Customers', text: 'Eleven thousand people log in a day' }],
    plan: {
      tasks: [
        { id: 'fix', text: 'Fix the refresh', estimate: { min: 16, max: 30 } },
        { id: 'test', text: 'Test again', estimate: { min: 8, max: 8 } },
        { id: 'ship', text: 'Ship', estimate: null },
      ],
      workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
      start: at('16:00'),
      originalDate: at('18:00'),
      override: null,
      newDate: '2026-11-30T14:00:00.000+01:00',
      rollback: 'Back to 4.1 within the hour',
    },
    objections: [
      objection(1, 'objection', 'sustained'),
      objection(2, 'question', 'answered'),
      objection(3, 'concern', 'open'),
      objection(4, 'objection', 'deferred'),
    ],
    decisions: ['Release 4.2 is halted', 'Marketing is told today', 'QA decides on Monday', 'A fourth'].map(
      (text, index) => ({ id: id(20 + index), text, at: at(`14:1${index}`), ...(SAID[index] ?? silent) }),
    ),
    actions: [
      {
        id: id(30),
        text: 'Rework the refresh',
        at: at('14:20'),
        owner: 'Dana Ito',
        due: '2026-11-27T17:00:00.000+01:00',
        status: 'open',
      },
      { id: id(31), text: 'Tell marketing', at: at('14:21'), owner: '', due: at('15:00'), status: 'open' },
      { id: id(32), text: 'Write a test', at: at('14:22'), owner: 'Bo Li', due: null, status: 'done' },
    ],
    parkingLot: [
      { id: id(40), text: 'On-call pay', at: at('14:23'), owner: 'Dana Ito' },
      { id: id(41), text: 'Office plants', at: at('14:24'), owner: '' },
    ],
    links: [{ from: id(20), to: id(1) }],
    notes: [
      { id: id(50), text: 'Legal joins late', at: at('14:25') },
      { id: id(51), text: 'Typed next day', at: '2026-11-24T09:00:00.000+01:00' },
    ],
    attendees: [
      {
        name: 'Dana Ito',
        role: 'DevOps Lead',
        organisation: 'Northwind Bank',
        present: [
          { from: at('14:01'), to: at('14:20') },
          { from: at('14:41'), to: null },
        ],
      },
      { name: 'Bo Li', role: '', organisation: '', present: [] },
    ],
    followUp: { when: '2026-11-24T10:00:00.000+01:00', where: '', agenda: 'Results of the tests' },
    checklist: [
      { text: 'Repeat the decision', done: true },
      { text: 'Thank everybody', done: false },
    ],
    signers: [
      { name: 'Dana Ito', role: 'DevOps Lead' },
      { name: 'Bo Li', role: '' },
    ],
    leftOut: 2,
    log: [
      logged(1, '14:01', 'Meeting started'),
      logged(2, '14:10', 'Decision: “Release 4.2 is halted”'),
      logged(3, '15:31', 'Meeting ended'),
    ],
  },
  signOffs: [
    {
      id: id(60),
      at: at('15:45'),
      revision: 2,
      fingerprint: hash('f'),
      attendee: null,
      name: 'Dana Ito',
      role: 'DevOps Lead',
      mark: { kind: 'typed', text: 'D. Ito' },
    },
    {
      id: id(61),
      at: at('15:46'),
      revision: 2,
      fingerprint: hash('f'),
      attendee: null,
      name: 'Bo Li',
      role: '',
      mark: {
        kind: 'drawn',
        strokes: [
          [
            [60, 150],
            [480, 140],
          ],
        ],
      },
    },
  ],
}

const { record } = PINNED
const [first] = record.attendees

/** The same record where little was captured: as many words as there are for what is missing. */
export const BARE: RecordFile = {
  ...PINNED,
  signOffs: [],
  record: {
    ...record,
    meeting: { ...record.meeting, place: '', startedAt: null, endedAt: null, breaks: [], timeZone: 'UTC' },
    revision: {
      number: 1,
      at: at('15:40'),
      by: { name: 'Sofia Marchetti', device: 'laptop' },
      head: hash('d'),
      supersedes: null,
    },
    stakes: [],
    plan: {
      ...record.plan,
      tasks: record.plan.tasks.slice(0, 1),
      workingHours: null,
      originalDate: null,
      newDate: null,
      rollback: '',
    },
    objections: [],
    decisions: [],
    actions: [],
    parkingLot: [],
    notes: [],
    links: [],
    checklist: [],
    log: [],
    attendees: first === undefined ? [] : [{ ...first, present: [] }],
    followUp: null,
    signers: [],
    leftOut: 0,
  },
}

/** The draft of the first one. */
export const DRAFT: RecordFile = {
  ...PINNED,
  fingerprint: null,
  signOffs: [],
  record: {
    ...record,
    revision: null,
    meeting: { ...record.meeting, status: 'ended' },
    signers: [],
    leftOut: 0,
  },
}
