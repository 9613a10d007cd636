import { doneApart } from './apart'
import { ancestryOf } from './dag'
import { isMerge, isSaid, type LogEntry } from './entries'
import { capturedItem } from './lists'
import { canonicalJson } from './log'
import type { Meeting } from './schema'
import { THERE, writesOf, type Conflict, type Side, type Write } from './writes'

/** A field while the log is read: the sides that no other one followed, and all that was ever said, by entry. */
type Cell = { readonly write: Write; sides: readonly Side[]; readonly said: Map<string, unknown> }

/** Whether what a field belongs to is still there; an entry of another kind by now has only fields of that kind. */
function isThere(meeting: Meeting, { subject, id, field }: Write): boolean {
  switch (subject) {
    case 'captured': {
      const now = capturedItem(meeting, id)
      return now !== null && (field === THERE || field === 'type' || field in now.item)
    }
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
    case 'settings':
    case 'meeting':
      return true
  }
}

function differ(sides: readonly Side[]): boolean {
  const [first, ...others] = sides.map(({ value }) => canonicalJson(value ?? null))
  return others.some((value) => value !== first)
}

/** What stands comes last: a removal does not stand against a change, and an entry is of one kind. */
function inOrder(meeting: Meeting, { id, field }: Write, sides: readonly Side[]): readonly Side[] {
  if (field !== THERE && field !== 'type') return sides
  const type = field === 'type' ? capturedItem(meeting, id)?.type : null
  const stands = ({ value }: Side) => (field === THERE ? value !== false : value === type)
  return [...sides.filter((side) => !stands(side)), ...sides.filter(stands)]
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
  const fields = [...cells].flatMap(([key, { write, sides }]) => {
    if (!differ(sides) || !isThere(meeting, write)) return []
    const { subject, id, field } = write
    return [{ key, subject, id, field, sides: inOrder(meeting, write, sides) }]
  })
  return [...fields, ...doneApart(meeting, log, isBefore)]
}
