import { ancestryOf } from './dag'
import { isMerge, isSaid, type LogEntry, type SaidEntry } from './entries'
import { capturedItem } from './lists'
import { canonicalJson } from './log'
import type { Meeting } from './schema'
import { writesOf, type Write } from './writes'

/** One side of a difference: the entry that says so, and what it says. */
export type Side = { readonly entry: SaidEntry; readonly value: unknown }

/**
 * A field that two copies set to different values, neither knowing of the other. The last side is the one that
 * stands. `key` names the field within the meeting.
 */
export type Conflict = Omit<Write, 'value'> & { readonly key: string; readonly sides: readonly Side[] }

/** A field while the log is read: the sides that no other one followed, and all that was ever said, by entry. */
type Cell = { readonly write: Write; sides: readonly Side[]; readonly said: Map<string, unknown> }

function isThere(meeting: Meeting, { subject, id }: Write): boolean {
  switch (subject) {
    case 'captured':
      return capturedItem(meeting, id) !== null
    case 'attendee':
      return meeting.attendees.some((person) => person.id === id)
    case 'cue':
      return meeting.script.some((cue) => cue.id === id)
    case 'expected':
      return meeting.objections.some((objection) => objection.id === id)
    case 'task':
      return meeting.plan.tasks.some((task) => task.id === id)
    case 'checklist':
    case 'details':
    case 'fact':
    case 'followUp':
    case 'plan':
      return true
  }
}

function differ(sides: readonly Side[]): boolean {
  const [first, ...others] = sides.map(({ value }) => canonicalJson(value ?? null))
  return others.some((value) => value !== first)
}

/** What stands comes last: a removal does not stand against a change. */
function inOrder(sides: readonly Side[]): readonly Side[] {
  return [...sides.filter(({ value }) => value === false), ...sides.filter(({ value }) => value !== false)]
}

/**
 * Every difference between joined copies that nobody has settled: a later change of the same field, or saying
 * which side is kept, settles it. `meeting` is what the log adds up to. A log that was never joined has none.
 */
export function conflictsIn(meeting: Meeting, log: readonly LogEntry[]): readonly Conflict[] {
  if (!log.some(isMerge)) return []
  const isBefore = ancestryOf(log)
  const cells = new Map<string, Cell>()
  for (const entry of log) {
    if (!isSaid(entry)) continue
    const { body } = entry
    const add = (key: string, cell: Cell, value: unknown) => {
      const open = cell.sides.filter((side) => !isBefore(side.entry.hash, entry.hash))
      cell.sides = [...open, { entry, value }]
      cell.said.set(entry.id, value)
      cells.set(key, cell)
    }
    if (body.type === 'conflict.settled') {
      const cell = cells.get(body.conflict)
      if (cell?.said.has(body.kept) === true) add(body.conflict, cell, cell.said.get(body.kept))
      continue
    }
    for (const write of writesOf(body)) {
      const key = `${write.subject} ${write.id} ${write.field}`
      add(key, cells.get(key) ?? { write, sides: [], said: new Map() }, write.value)
    }
  }
  return [...cells].flatMap(([key, { write, sides }]) => {
    if (!differ(sides) || !isThere(meeting, write)) return []
    const { subject, id, field } = write
    return [{ key, subject, id, field, sides: field === 'there' ? inOrder(sides) : sides }]
  })
}
