import fc from 'fast-check'

import { apply } from '../../shared/meeting/apply'
import type { CaptureDraft, Command } from '../../shared/meeting/commands'
import { createMeeting, decide, type NewMeeting } from '../../shared/meeting/decide'
import type { Body, LogEntry } from '../../shared/meeting/entries'
import { EMPTY_LOG, seal, type LogHead } from '../../shared/meeting/log'
import type { Author, Meeting } from '../../shared/meeting/schema'
import type { Result } from '../../shared/result'
import { smallPlaybook } from '../fixtures/playbook-small'

export const BERLIN = 'Europe/Berlin'
export const author: Author = { name: 'Sofia Marchetti', device: 'Sofia’s laptop' }
const EPOCH = Date.parse('2026-11-24T13:00:00.000Z')

/** The n-th of a fixed row of UUIDs. Entry number n of a `Rehearsal` has it, and so has what it makes. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** The moment of entry number n: a second apart, in UTC. */
export function momentOf(n: number): string {
  return new Date(EPOCH + n * 1000).toISOString()
}

/** What a meeting can be made of, with changes. */
export function newMeeting(changes: Partial<NewMeeting> = {}): NewMeeting {
  return {
    id: idOf(0),
    title: 'Halt release 4.2',
    plannedStart: '2026-11-24T14:00:00.000+01:00',
    place: 'Room 3.12',
    timeZone: BERLIN,
    playbook: smallPlaybook,
    ...changes,
  }
}

/** The value of an outcome that must not be a refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}: ${result.refusal.sentence}`)
  return result.value
}

/** Freezes a value all the way down, so that whoever changes it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** Commands by what a person means with them. */
export const say = {
  start: { type: 'start' },
  end: { type: 'end' },
  undo: { type: 'undoCapture' },
  note: (text: string): Command => ({ type: 'capture', draft: { kind: 'note', text, at: null } }),
  decision: (text: string): Command => ({ type: 'capture', draft: { kind: 'decision', text, at: null } }),
  objection: (text: string, who: string | null = null): Command => ({
    type: 'capture',
    draft: { kind: 'objection', text, at: null, who },
  }),
  action: (text: string, owner: string | null = null, due: string | null = null): Command => ({
    type: 'capture',
    draft: { kind: 'action', text, at: null, owner, due },
  }),
  parking: (text: string, owner: string | null = null): Command => ({
    type: 'capture',
    draft: { kind: 'parking', text, at: null, owner },
  }),
  fact: (key: string, value: string, source = ''): Command => ({ type: 'setFact', key, value, source }),
  person: (name: string): Command => ({
    type: 'addAttendee',
    attendee: { name, role: 'Product Manager', organisation: 'Northlight', email: 'a@northlight.example' },
  }),
} as const satisfies Record<string, Command | ((...words: string[]) => Command)>

/** A meeting in memory that commands are run against, without a disk. Deterministic; all of its state is frozen. */
export class Rehearsal {
  meeting: Meeting
  readonly log: LogEntry[] = []
  #count = 0

  constructor(wanted: NewMeeting = newMeeting()) {
    const entry = this.#sealed(must(createMeeting(wanted)))
    this.meeting = frozen(apply(null, entry))
  }

  /** Runs commands that must be accepted. */
  do(...commands: readonly Command[]): this {
    for (const command of commands) must(this.try(command))
    return this
  }

  /** Runs a command that may be refused. */
  try(command: Command): Result<Body> {
    const context = { at: momentOf(this.#count), id: idOf(this.#count), history: this.log }
    const decided = decide(this.meeting, frozen(command), context)
    if (decided.ok) this.meeting = frozen(apply(this.meeting, this.#sealed(decided.value)))
    return decided
  }

  #sealed(body: Body): LogEntry {
    const last = this.log.at(-1)
    const head: LogHead = last === undefined ? EMPTY_LOG : { seq: last.seq, hash: last.hash }
    const salt = this.#count.toString(16).padStart(32, '0')
    const entry = frozen(
      seal(body, head, { id: idOf(this.#count), at: momentOf(this.#count), by: author, salt }),
    )
    this.log.push(entry)
    this.#count += 1
    return entry
  }
}

/** A meeting that has had a bit of everything. */
export function busyMeeting(): Rehearsal {
  return new Rehearsal().do(
    say.person('Amara Okafor'),
    say.fact('bug', 'a memory leak', 'ticket 12'),
    say.fact('fixTime', '4–6 hours'),
    say.fact('retestTime', '2 hours'),
    say.start,
    say.note('everybody is here'),
    say.objection('the deadline is tight', idOf(1)),
    { type: 'setObjectionStatus', objection: idOf(7), status: 'answered' },
    say.action('write to customers', idOf(1), '2026-11-27T17:00:00.000+01:00'),
    say.decision('we halt'),
    say.parking('the pipeline', idOf(1)),
    say.note('a slip of the hand'),
    say.undo,
  )
}

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
  fc.record({ kind: fc.constant('action'), text: longTextArb, at: moments, owner: someone, due: moments }),
  fc.record({ kind: fc.constant('parking'), text: longTextArb, at: moments, owner: someone }),
)

const factKeys = [...smallPlaybook.facts.map((fact) => fact.key), 'nothing', '__proto__']

/** Any command a window could send, sense or nonsense; ids are drawn from `idOf(0…24)`, so many of them hit. */
export const commandArb: fc.Arbitrary<Command> = fc.oneof<fc.MaybeWeightedArbitrary<Command>[]>(
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
  fc.constantFrom<Command>({ type: 'start' }, { type: 'end' }),
  fc.record({
    type: fc.constant('setObjectionStatus'),
    objection: fc.oneof(idArb, fc.constant('deadline')),
    status: fc.constantFrom('open', 'answered', 'sustained', 'deferred'),
  }),
  { weight: 2, arbitrary: fc.constant({ type: 'undoCapture' }) },
)

/** A whole history. Half of them start the meeting first, so that captures are taken. */
export const historyArb: fc.Arbitrary<Command[]> = fc
  .tuple(fc.boolean(), fc.array(commandArb, { maxLength: 24 }))
  .map(([live, commands]) => (live ? [{ type: 'start' }, ...commands] : commands))
