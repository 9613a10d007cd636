import { grownBy } from './grown'
import { isSameRole } from './prepared'
import type { Meeting, Objection, ObjectionStatus } from './schema'
import { raisedAgain, type Tally } from './topics'

/** How one objection of one stakeholder stands; `expected` is one that nobody has raised yet. */
export type CoverageState = 'expected' | ObjectionStatus

/** How many objections of one stakeholder, under one column, stand how. */
export type CoverageCell = Readonly<Partial<Record<CoverageState, number>>>

/** A prepared objection, and how often it was raised by whom. */
export type CoverageColumn = {
  readonly id: string
  readonly key: number | null
  readonly text: string
  readonly name: string
  readonly tally: Pick<Tally, 'times' | 'who'>
}

/** A stakeholder: somebody on the list, a role nobody has, or whoever was not named. */
export type CoverageRow = {
  readonly id: string
  readonly name: string
  readonly role: string
  /** One for each column, and one more for what stands under none of them. */
  readonly cells: readonly CoverageCell[]
}

/** Stakeholders × objections, how many stand how, and how many were raised. */
export type Coverage = {
  readonly columns: readonly CoverageColumn[]
  readonly rows: readonly CoverageRow[]
  readonly numbers: CoverageCell
  readonly raised: number
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

function plusOne(cell: CoverageCell, state: CoverageState): CoverageCell {
  return { ...cell, [state]: (cell[state] ?? 0) + 1 }
}

const NO_TALLY = { times: 0, who: [], newest: '' }
const NOBODY = 'nobody'

/** The picture with one more objection that was raised. */
function withRaised(before: Coverage, { who, prepared, status }: Objection): Coverage {
  const { columns, numbers, raised } = before
  const under = columns.findIndex(({ id }) => id === prepared)
  const isKnown = who !== null && before.rows.some(({ id }) => id === who)
  const rowId = isKnown ? who : NOBODY
  const empty = { id: NOBODY, name: 'No name given', role: '', cells: emptyCells(columns.length) }
  const rows = before.rows.some(({ id }) => id === rowId) ? before.rows : [...before.rows, empty]
  const at = under < 0 ? columns.length : under
  return {
    columns: columns.map((column, index) =>
      index === under ? { ...column, tally: raisedAgain({ ...NO_TALLY, ...column.tally }, who) } : column,
    ),
    rows: rows.map((row) =>
      row.id === rowId
        ? { ...row, cells: row.cells.map((cell, index) => (index === at ? plusOne(cell, status) : cell)) }
        : row,
    ),
    numbers: plusOne(numbers, status),
    raised: raised + 1,
  }
}

function emptyCells(columns: number): readonly CoverageCell[] {
  return Array.from({ length: columns + 1 }, () => ({}))
}

/** What was expected and has not come up, before anything that was raised is entered. */
function expectation({ attendees, objections, playbook }: Covered): Coverage {
  const isSame = (one: string, other: string) => isSameRole(one, other, playbook.roles)
  const isOne = (one: string, other: string) => one === other || isSame(one, other)
  const expected = objections.filter(({ at }) => at === null).toSorted(byKey)
  const came = new Set(objections.flatMap(({ at, prepared }) => (at === null ? [] : [prepared])))
  const pending = expected.filter(({ id }) => !came.has(id))
  const columns = expected.slice(0, MOST_COLUMNS).map(({ id, key, text, keywords }) => ({
    id,
    key,
    text,
    name: shortName({ keywords, text }),
    tally: NO_TALLY,
  }))
  const cellsOf = (theirs: readonly Objection[]) =>
    theirs.reduce<readonly CoverageCell[]>((cells, { id }) => {
      const under = columns.findIndex((column) => column.id === id)
      const at = under < 0 ? columns.length : under
      return cells.map((cell, index) => (index === at ? plusOne(cell, 'expected') : cell))
    }, emptyCells(columns.length))
  const people = attendees.map(({ id, name, role }) => ({
    id,
    name,
    role,
    cells: cellsOf(pending.filter((each) => isSame(each.role, role))),
  }))
  const absent = pending
    .map(({ role }) => role)
    .filter((role, index, all) => index === all.findIndex((other) => isOne(other, role)))
    .filter((role) => !attendees.some((person) => isSame(person.role, role)))
    .map((role) => ({
      id: `role:${role}`,
      name: role === '' ? 'Anybody' : role,
      role: '',
      cells: cellsOf(pending.filter((each) => isOne(each.role, role))),
    }))
  const rows = [...people, ...absent]
  const number = rows.flatMap(({ cells }) => cells).reduce((sum, { expected: some = 0 }) => sum + some, 0)
  return { columns, rows, numbers: number === 0 ? {} : { expected: number }, raised: 0 }
}

/** Who was expected to object to what, who did, and how that stands. */
export function coverage(meeting: Covered): Coverage {
  return meeting.objections.filter(({ at }) => at !== null).reduce(withRaised, expectation(meeting))
}

/** What was raised since, where nothing else has changed that the picture shows; else null. */
function raisedSince(before: Covered, now: Covered): readonly Objection[] | null {
  if (before.attendees !== now.attendees || before.playbook !== now.playbook) return null
  const more = grownBy(before.objections, now.objections)
  return more?.every(({ at }) => at !== null) === true ? more : null
}

/** `coverage` for one meeting as it goes on: one more objection is one more step, however many there are. */
export function coverages(): (meeting: Covered) => Coverage {
  let last: { readonly meeting: Covered; readonly picture: Coverage } | null = null

  /** Once an objection has come up, nobody is expected to raise it any more. */
  const isPending = ({ prepared }: Objection, { columns }: Coverage) =>
    prepared !== null && (columns.find(({ id }) => id === prepared)?.tally.times ?? 0) === 0

  return (meeting) => {
    const before = last
    const more = before === null ? null : raisedSince(before.meeting, meeting)
    const grows = before !== null && more?.some((each) => isPending(each, before.picture)) === false
    const picture = grows && more !== null ? more.reduce(withRaised, before.picture) : coverage(meeting)
    last = { meeting, picture }
    return picture
  }
}
