import { apply } from '../../shared/meeting/apply'
import type { Command } from '../../shared/meeting/commands'
import { createMeeting, decide, type NewMeeting } from '../../shared/meeting/decide'
import type { Body, SaidEntry } from '../../shared/meeting/entries'
import { EMPTY_LOG, seal, type LogHead } from '../../shared/meeting/log'
import type { Author, Meeting } from '../../shared/meeting/schema'
import type { Result } from '../../shared/result'
import { smallPlaybook } from '../fixtures/playbook-small'
import { asSeen, type Asked } from './asked'

export const BERLIN = 'Europe/Berlin'
export const author: Author = { name: 'Sofia Marchetti', device: 'Sofia’s laptop' }
export const EPOCH = Date.parse('2026-11-24T13:00:00.000Z')

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
  undo: { type: 'undo' },
  redo: { type: 'redo' },
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
  readonly log: SaidEntry[] = []
  #count = 0

  constructor(wanted: NewMeeting = newMeeting()) {
    const entry = this.#sealed(must(createMeeting(wanted)))
    this.meeting = frozen(apply(null, entry))
  }

  /** Runs commands that must be accepted. */
  do(...commands: readonly Asked[]): this {
    for (const command of commands) must(this.try(command))
    return this
  }

  /** Runs a command that may be refused. */
  try(command: Asked): Result<Body> {
    const stamp = { at: momentOf(this.#count), id: idOf(this.#count), by: author }
    const context = { ...stamp, history: this.log }
    const decided = decide(this.meeting, frozen(asSeen(this.meeting, command)), context)
    if (decided.ok) this.meeting = frozen(apply(this.meeting, this.#sealed(decided.value)))
    return decided
  }

  #sealed(body: Body): SaidEntry {
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
