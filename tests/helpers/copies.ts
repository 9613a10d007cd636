import fc from 'fast-check'

import { apply, replay } from '../../shared/meeting/apply'
import { decide } from '../../shared/meeting/decide'
import type { Body, LogEntry } from '../../shared/meeting/entries'
import { seal } from '../../shared/meeting/log'
import type { Meeting } from '../../shared/meeting/schema'
import type { Result } from '../../shared/result'
import { asSeen, type Asked } from './asked'
import { recordCommandArb } from './arbRecord'
import { commandArb } from './histories'
import { EPOCH, frozen, idOf, must, Rehearsal } from './meetings'

/** A copy of a meeting on another machine: `place` counts from 1, `skew` is how far its clock is off, in seconds. */
export class Copy {
  meeting: Meeting
  readonly log: LogEntry[]
  readonly #place: number
  readonly #skew: number
  #count = 0

  constructor(log: readonly LogEntry[], place: number, skew = 0) {
    const meeting = replay(log)
    if (meeting === null) throw new Error('There is nothing to copy')
    this.log = [...log]
    this.meeting = frozen(meeting)
    this.#place = place
    this.#skew = skew
  }

  do(...commands: readonly Asked[]): this {
    for (const command of commands) must(this.try(command))
    return this
  }

  try(command: Asked): Result<Body> {
    const at = new Date(EPOCH + (this.log.length + this.#skew) * 1000).toISOString()
    const by = { name: `Person ${this.#place}`, device: 'Laptop' }
    const id = idOf(this.#place * 1000 + this.#count)
    const decided = decide(this.meeting, frozen(asSeen(this.meeting, command)), {
      at,
      by,
      id,
      history: this.log,
    })
    if (!decided.ok) return decided
    const last = this.log.at(-1)
    const salt = id.replaceAll('-', '')
    const entry = seal(decided.value, { seq: last?.seq ?? 0, hash: last?.hash ?? null }, { id, at, by, salt })
    this.meeting = frozen(apply(this.meeting, frozen(entry)))
    this.log.push(entry)
    this.#count += 1
    return decided
  }
}

const branchArb = fc.record({
  skew: fc.integer({ min: -20, max: 20 }),
  commands: fc.array(fc.oneof({ weight: 6, arbitrary: commandArb }, recordCommandArb), { maxLength: 10 }),
})

/** A beginning that all share, and what happened in two or three copies of it with clocks of their own. */
export const copiesArb = fc
  .tuple(
    fc.boolean(),
    fc.array(commandArb, { maxLength: 14 }),
    fc.array(branchArb, { minLength: 2, maxLength: 3 }),
  )
  .map(([live, commands, branches]) => {
    const common = new Rehearsal()
    if (live) common.do({ type: 'start' })
    for (const command of commands) common.try(command)
    const copies = branches.map(({ skew, commands: own }, index) => {
      const copy = new Copy(common.log, index + 1, skew)
      for (const command of own) copy.try(command)
      return copy
    })
    return { common, copies }
  })
