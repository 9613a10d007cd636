import { kindOf } from './corrections'
import type { Change } from './entries'
import { opposite } from './opposite'
import type { Meeting } from './schema'

const LONGEST = 60

function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line}”`
}

type Named = { readonly id: string; readonly text: string }

function textOf(meeting: Meeting, id: string): string {
  const { objections, decisions, actions, notes, parkingLot } = meeting
  const named: readonly (readonly Named[])[] = [objections, decisions, actions, parkingLot, notes]
  const found = named
    .map((list) => list.findLast((item) => item.id === id))
    .find((item) => item !== undefined)
  return found === undefined ? 'an entry' : quoted(found.text)
}

function nameOf({ attendees }: Meeting, id: string): string {
  return attendees.find((attendee) => attendee.id === id)?.name ?? 'somebody'
}

function factOf({ facts }: Meeting, key: string): string {
  return quoted(facts.find((fact) => fact.key === key)?.label ?? key)
}

/** What a change was, as the object of a sentence: `the edit of “…”`. `meeting` is as it stands around it. */
export function changeWords(change: Change, meeting: Meeting): string {
  switch (change.type) {
    case 'captured.restored':
      return `the ${kindOf(change.captured) === 'Parking lot' ? 'parking-lot item' : kindOf(change.captured).toLowerCase()} ${quoted(change.captured.item.text)}`
    case 'captured.removed':
      return `the removal of ${quoted(change.captured.item.text)}`
    case 'captured.edited':
      return `the edit of ${quoted(change.captured.item.text)}`
    case 'captured.moved':
      return `the new place of ${textOf(meeting, change.entry)}`
    case 'entries.linked':
      return `the link between ${textOf(meeting, change.from)} and ${textOf(meeting, change.to)}`
    case 'entries.unlinked':
      return `the removal of the link between ${textOf(meeting, change.from)} and ${textOf(meeting, change.to)}`
    case 'objection.statusSet':
      return `the status of ${textOf(meeting, change.objection)}`
    case 'action.statusSet':
      return `the status of ${textOf(meeting, change.action)}`
    case 'objection.matched':
      return `what ${textOf(meeting, change.objection)} is taken for`
    case 'decision.detailed':
      return `the details of ${textOf(meeting, change.decision)}`
    case 'attendee.presenceSet':
      return `the attendance of ${nameOf(meeting, change.attendee)}`
    case 'meeting.detailsSet':
      return 'the change of the meeting’s details'
    case 'fact.set':
      return `the fact ${factOf(meeting, change.key)}`
    case 'plan.dated':
      return 'the change of the plan’s dates'
    case 'plan.hoursSet':
      return 'the change of the plan’s hours'
    case 'checklist.set':
      return 'the tick on the closing checklist'
    case 'followUp.set':
      return 'the change of the follow-up'
    case 'attendee.added':
    case 'attendee.edited':
    case 'attendee.removed':
    case 'attendee.moved':
    case 'cue.added':
    case 'cue.edited':
    case 'cue.removed':
    case 'cue.moved':
    case 'expected.added':
    case 'expected.edited':
    case 'expected.removed':
    case 'expected.moved':
    case 'task.added':
    case 'task.edited':
    case 'task.removed':
    case 'task.moved':
      return preparedWords(change)
  }
}

type Listed = Extract<Change, { type: `${'attendee' | 'cue' | 'expected' | 'task'}.${string}` }>
type Prepared = Exclude<Listed, { type: 'attendee.presenceSet' }>

const NOUNS = { attendee: 'person', cue: 'cue', expected: 'prepared objection', task: 'task' } as const

function labelOf(item: Extract<Prepared, { item: unknown }>['item']): string {
  if ('heading' in item) return quoted(item.heading)
  return quoted('name' in item ? item.name : item.text)
}

function preparedWords(change: Prepared): string {
  const [list, done] = change.type.split('.') as [keyof typeof NOUNS, string]
  const noun = NOUNS[list]
  if (!('item' in change)) return `the new place of a ${noun}`
  const label = labelOf(change.item)
  if (done === 'added') return `the ${noun} ${label}`
  return done === 'removed' ? `the removal of the ${noun} ${label}` : `the edit of the ${noun} ${label}`
}

/** What an undo took back: `back` is the change it made. */
export function undoneWords(back: Change, meeting: Meeting): string {
  return `Undone: ${changeWords(opposite(back), meeting)}`
}

/** What a redo made again. */
export function redoneWords(again: Change, meeting: Meeting): string {
  return `Made again: ${changeWords(again, meeting)}`
}
