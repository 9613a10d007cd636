import fc from 'fast-check'
import { expect, it } from 'vitest'

import { replay } from '../../../shared/meeting/apply'
import { conflictsIn } from '../../../shared/meeting/conflicts'
import { mergeLogs } from '../../../shared/meeting/merge'
import { sameJson } from '../../../shared/meeting/sameJson'
import type { Meeting } from '../../../shared/meeting/schema'
import { THERE, type Conflict } from '../../../shared/meeting/writes'
import { copiesArb } from '../../helpers/copies'
import { must } from '../../helpers/meetings'

/** Everything that people set by hand, one value a field: the subject of a difference, its id, the field. */
function fieldsOf(meeting: Meeting): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  const put = (subject: string, id: string, item: object, names: readonly string[]) => {
    fields.set(`${subject} ${id} ${THERE}`, true)
    for (const [name, value] of Object.entries(item))
      if (names.includes(name)) fields.set(`${subject} ${id} ${name}`, value)
  }
  put('details', '', meeting, ['title', 'plannedStart', 'place', 'timeZone'])
  put('settings', '', meeting.settings, ['boardDelay', 'namesOnBoard'])
  put('followUp', '', meeting, ['followUp'])
  put('plan', '', meeting.plan, ['start', 'originalDate', 'override', 'workingHours'])
  for (const fact of meeting.facts)
    if (fact.plan === undefined) put('fact', fact.key, fact, ['value', 'source'])
  for (const item of meeting.checklist) put('checklist', item.id, item, ['done'])
  for (const person of meeting.attendees) put('attendee', person.id, person, ['name', 'role', 'organisation'])
  for (const cue of meeting.script) put('cue', cue.id, cue, ['heading', 'agenda', 'text', 'timebox'])
  for (const task of meeting.plan.tasks) put('task', task.id, task, ['text', 'estimate'])
  const { objections, decisions, actions, parkingLot, notes } = meeting
  for (const item of [...decisions, ...actions, ...parkingLot, ...notes])
    put('captured', item.id, item, ['text', 'at', 'owner', 'due', 'status', 'outcome', 'positions', 'review'])
  for (const item of objections)
    if (item.at === null) put('expected', item.id, item, ['text', 'role', 'response'])
    else put('captured', item.id, item, ['text', 'at', 'who', 'kind', 'status'])
  return fields
}

/** Whether a difference is listed that this field is part of: itself, whether it is there, of which kind it is. */
function isListed(conflicts: readonly Conflict[], key: string): boolean {
  const subject = key.slice(0, key.lastIndexOf(' '))
  return conflicts.some((one) =>
    one.key === key ? true : `${one.subject} ${one.id}` === subject && [THERE, 'type'].includes(one.field),
  )
}

/** What is neither as one copy made it, nor listed as a difference; a script always keeps its last cue. */
function lost(
  base: Meeting,
  [a, b, joined]: readonly [Meeting, Meeting, Meeting],
  conflicts: readonly Conflict[],
) {
  const [was, here, there, now] = [fieldsOf(base), fieldsOf(a), fieldsOf(b), fieldsOf(joined)]
  const keys = new Set([...was.keys(), ...here.keys(), ...there.keys(), ...now.keys()])
  return [...keys].filter((key) => {
    const [before, one, other, stands] = [was, here, there, now].map((fields) => fields.get(key) ?? null)
    const [byOne, byOther] = [!sameJson(before, one), !sameJson(before, other)]
    if (key.startsWith('cue ') && joined.script.length === 1) return false
    const wanted = byOne && byOther ? (sameJson(one, other) ? [one] : []) : [byOne ? one : other]
    return !wanted.some((value) => sameJson(value, stands)) && !isListed(conflicts, key)
  })
}

/** People and decisions that are named and are not there. */
function dangling({ attendees, objections, actions, parkingLot, decisions }: Meeting): readonly string[] {
  const people = new Set(attendees.map(({ id }) => id))
  const named = [
    ...objections.map(({ who }) => who),
    ...[...actions, ...parkingLot].map(({ owner }) => owner),
    ...decisions.flatMap(({ positions }) => positions.map(({ attendee }) => attendee)),
  ]
  return named.filter((id) => id !== null).filter((id) => !people.has(id))
}

function backwards({ attendees, breaks, startedAt, endedAt }: Meeting): boolean {
  const whole = startedAt === null ? [] : [{ from: startedAt, to: endedAt }]
  return [...whole, ...breaks, ...attendees.flatMap(({ present }) => present)].some(
    ({ from, to }) => to !== null && Date.parse(to) < Date.parse(from),
  )
}

it('loses nothing that either copy did, without listing it as a difference', () => {
  let joins = 0
  fc.assert(
    fc.property(copiesArb, ({ common, copies: [a, b] }) => {
      if (a === undefined || b === undefined) return
      const log = mergeLogs(a.log, b.log)
      if (!log.ok) return
      const joined = replay(must(log))
      if (joined === null) throw new Error('There is no meeting')
      joins += 1
      const conflicts = conflictsIn(joined, log.value)
      expect(lost(common.meeting, [a.meeting, b.meeting, joined], conflicts)).toEqual([])
      expect(dangling(joined)).toEqual([])
      expect(backwards(joined)).toBe(false)
      expect(joined.script.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
  expect(joins).toBeGreaterThan(50)
})
