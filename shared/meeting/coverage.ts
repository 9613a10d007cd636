import { isSameRole } from './prepared'
import type { Meeting, Objection, ObjectionStatus } from './schema'

/** How one objection of one stakeholder stands; `expected` is one that nobody has raised yet. */
export type CoverageState = 'expected' | ObjectionStatus

/** One objection of one stakeholder. `column` is the prepared objection it stands under, null for the others. */
export type CoverageMark = {
  readonly id: string
  readonly text: string
  readonly state: CoverageState
  readonly column: string | null
}

/** A prepared objection, and everybody's raising it. */
export type CoverageColumn = {
  readonly id: string
  readonly key: number | null
  readonly text: string
  readonly name: string
  readonly raised: readonly Objection[]
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
  readonly columns: readonly CoverageColumn[]
  readonly rows: readonly CoverageRow[]
  readonly expected: number
  readonly raised: number
  readonly answered: number
  readonly open: number
}

/** Without a playbook, roles are one only where they read the same. */
type Covered = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>

/** The picture is read at a glance: as many prepared objections as there are keys; more are among the others. */
const MOST_COLUMNS = 9

/** Two or three words that tell one prepared objection from the others. */
export function shortName({ keywords, text }: Pick<Objection, 'keywords' | 'text'>): string {
  return keywords[0] ?? text.split(/\s+/).slice(0, 3).join(' ')
}

function byKey(one: Objection, other: Objection): number {
  return (one.key ?? Infinity) === (other.key ?? Infinity)
    ? 0
    : (one.key ?? Infinity) - (other.key ?? Infinity)
}

/** Items by their key; one pass, for there may be thousands. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string | null, T[]> {
  const groups = new Map<string | null, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Who was expected to object to what, who did, and how that stands. */
export function coverage({ attendees, objections, playbook }: Covered): Coverage {
  const isSame = (one: string, other: string) => isSameRole(one, other, playbook.roles)
  const expected = objections.filter(({ at }) => at === null).toSorted(byKey)
  const raised = objections.filter(({ at }) => at !== null)
  const known = new Set(attendees.map(({ id }) => id))
  const byPerson = grouped(raised, ({ who }) => (who !== null && known.has(who) ? who : null))
  const byPrepared = grouped(raised, ({ prepared }) => prepared)
  const pending = expected.filter(({ id }) => !byPrepared.has(id))
  const columns = expected.slice(0, MOST_COLUMNS).map(({ id, key, text, keywords }) => ({
    id,
    key,
    text,
    name: shortName({ keywords, text }),
    raised: byPrepared.get(id) ?? [],
  }))
  const shown = new Set(columns.map(({ id }) => id))
  const columnOf = (id: string | null) => (id !== null && shown.has(id) ? id : null)
  const asMark = ({ id, text, status, prepared }: Objection): CoverageMark => ({
    id,
    text,
    state: status,
    column: columnOf(prepared),
  })
  const asPending = ({ id, text }: Objection): CoverageMark => ({
    id,
    text,
    state: 'expected',
    column: columnOf(id),
  })
  const people = attendees.map(({ id, name, role }) => ({
    id,
    name,
    role,
    marks: [
      ...pending.filter((each) => isSame(each.role, role)).map(asPending),
      ...(byPerson.get(id) ?? []).map(asMark),
    ],
  }))
  const isOne = (one: string, other: string) => one === other || isSame(one, other)
  const absent = pending
    .map(({ role }) => role)
    .filter((role, index, all) => index === all.findIndex((other) => isOne(other, role)))
    .filter((role) => !attendees.some((person) => isSame(person.role, role)))
  const nobody = (byPerson.get(null) ?? []).map(asMark)
  return {
    columns,
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
