import { isSameRole, preparedFor } from './prepared'
import type { Meeting, Objection, ObjectionStatus } from './schema'

/** How one objection of one stakeholder stands; `expected` is one that nobody has raised yet. */
export type CoverageState = 'expected' | ObjectionStatus

/** One objection of one stakeholder. `prepared` says that a response to it was prepared. */
export type CoverageMark = {
  readonly id: string
  readonly text: string
  readonly state: CoverageState
  readonly prepared: boolean
}

/** A stakeholder: somebody on the list, a role nobody has, or whoever was not named. */
export type CoverageRow = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly marks: readonly CoverageMark[]
}

/** Stakeholders × objections, and how many are still expected, were raised, are answered, are open. */
export type Coverage = {
  readonly rows: readonly CoverageRow[]
  readonly expected: number
  readonly raised: number
  readonly answered: number
  readonly open: number
}

/** Without a playbook, roles are one only where they read the same. */
type Covered = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>

function byKey(one: Objection, other: Objection): number {
  return (one.key ?? Infinity) === (other.key ?? Infinity)
    ? 0
    : (one.key ?? Infinity) - (other.key ?? Infinity)
}

/** Who was expected to object to what, who did, and how that stands. */
export function coverage({ attendees, objections, playbook }: Covered): Coverage {
  const isSame = (one: string, other: string) => isSameRole(one, other, playbook.roles)
  const expected = objections.filter(({ at }) => at === null).toSorted(byKey)
  const raised = objections.filter(({ at }) => at !== null)
  const roleOf = new Map(attendees.map(({ id, role }) => [id, role]))
  const matched = new Map(
    raised.map((each) => {
      const role = each.who === null ? '' : (roleOf.get(each.who) ?? '')
      return [each.id, preparedFor(each.text, role, expected, playbook.roles)?.id ?? null]
    }),
  )
  const done = new Set(matched.values())
  const pending = expected.filter(({ id }) => !done.has(id))
  const asMark = ({ id, text, status }: Objection): CoverageMark => ({
    id,
    text,
    state: status,
    prepared: matched.get(id) != null,
  })
  const asPending = ({ id, text, response }: Objection): CoverageMark => ({
    id,
    text,
    state: 'expected',
    prepared: response !== null,
  })
  const people = attendees.map(({ id, name, role }) => ({
    id,
    name,
    role,
    marks: [
      ...pending.filter((each) => isSame(each.role, role)).map(asPending),
      ...raised.filter(({ who }) => who === id).map(asMark),
    ],
  }))
  const isOne = (one: string, other: string) => one === other || isSame(one, other)
  const absent = pending
    .map(({ role }) => role)
    .filter((role, index, all) => index === all.findIndex((other) => isOne(other, role)))
    .filter((role) => !attendees.some((person) => isSame(person.role, role)))
  const nobody = raised.filter(({ who }) => who === null || !roleOf.has(who)).map(asMark)
  return {
    rows: [
      ...people,
      ...absent.map((role) => ({
        id: `role:${role}`,
        name: role === '' ? 'Anybody' : role,
        role: '',
        marks: pending.filter((each) => isOne(each.role, role)).map(asPending),
      })),
      ...(nobody.length === 0 ? [] : [{ id: 'nobody', name: 'No name given', role: '', marks: nobody }]),
    ],
    expected: pending.length,
    raised: raised.length,
    answered: raised.filter(({ status }) => status === 'answered').length,
    open: raised.filter(({ status }) => status === 'open').length,
  }
}
