import { formatMoment } from '../capture/due'
import { detailChanges } from './detailChanges'
import { isSaid, type Body, type Captured, type LogEntry } from './entries'
import type { Attendee, Meeting } from './schema'

/** One field of an entry that was corrected. */
export type Change = { readonly label: string; readonly was: string; readonly is: string }

/** A correction: when, by whom, of what, and each field as it was and as it is. */
export type Correction = {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly what: string
  readonly changes: readonly Change[]
}

const NONE = 'nothing'

/** What kind of entry something captured is, in a word. */
export function kindOf(captured: Captured): string {
  switch (captured.type) {
    case 'note.captured':
      return 'Note'
    case 'objection.raised':
      return { objection: 'Objection', question: 'Question', concern: 'Concern' }[captured.item.kind]
    case 'decision.captured':
      return 'Decision'
    case 'action.captured':
      return 'Action'
    case 'parking.captured':
      return 'Parking lot'
  }
}

function personOf(captured: Captured): string | null {
  switch (captured.type) {
    case 'objection.raised':
      return captured.item.who
    case 'action.captured':
    case 'parking.captured':
      return captured.item.owner
    case 'note.captured':
    case 'decision.captured':
      return null
  }
}

type Context = { readonly timeZone: string; readonly attendees: readonly Attendee[] }

function fields(
  captured: Captured,
  { timeZone, attendees }: Context,
): readonly (readonly [string, string])[] {
  const { item } = captured
  const person = personOf(captured)
  const due = captured.type === 'action.captured' ? captured.item.due : null
  return [
    ['Kind', kindOf(captured)],
    ['Text', item.text],
    ['Person', attendees.find(({ id }) => id === person)?.name ?? NONE],
    ['Time', formatMoment(item.at, timeZone)],
    ['Due', due === null ? NONE : formatMoment(due, timeZone)],
  ]
}

function changesBetween(was: Captured, is: Captured, context: Context): readonly Change[] {
  const after = new Map(fields(is, context))
  return fields(was, context).flatMap(([label, before]) => {
    const now = after.get(label) ?? NONE
    return now === before ? [] : [{ label, was: before, is: now }]
  })
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Told = Pick<Correction, 'what' | 'changes'>

/** What was done with the meeting or its record as a whole. */
function stepOf(body: Body): string | null {
  if (body.type === 'meeting.reopened') return 'Meeting reopened'
  if (body.type === 'record.finalised') return `Record finalised as revision ${body.revision.number}`
  if (body.type === 'record.reopened') return `Record reopened; revision ${body.revision} stays as it is`
  if (body.type === 'signOff.withdrawn')
    return `${body.signOff.name} withdrew the sign-off of revision ${body.signOff.revision}`
  return null
}

function standingText({ objections, decisions, actions }: Meeting, id: string): string {
  const found = [...objections, ...decisions, ...actions].find((item) => item.id === id)
  return found?.text ?? 'An entry that is gone'
}

/** What is part of any meeting while it runs, and a correction once it has ended. */
function saidAfterEnd(body: Body, meeting: Meeting): Told | null {
  const text = (id: string) => standingText(meeting, id)
  if (body.type === 'captured.moved') return { what: 'Entries put in another order', changes: [] }
  if (body.type === 'entries.linked' || body.type === 'entries.unlinked') {
    const what = body.type === 'entries.linked' ? 'Linked' : 'No longer linked'
    return { what: `${what}: ${text(body.from)} – ${text(body.to)}`, changes: [] }
  }
  if (body.type === 'objection.statusSet' || body.type === 'action.statusSet') {
    const item = body.type === 'action.statusSet' ? body.action : body.objection
    const change = { label: 'Status', was: sentence(body.was), is: sentence(body.status) }
    return { what: text(item), changes: [change] }
  }
  if (body.type === 'objection.matched') {
    const prepared = (id: string | null) => (id === null ? 'none of the prepared ones' : text(id))
    const change = { label: 'Taken for', was: prepared(body.was), is: prepared(body.prepared) }
    return { what: text(body.objection), changes: [change] }
  }
  if (body.type === 'decision.detailed')
    return { what: text(body.decision), changes: detailChanges(body.was, body.details, meeting) }
  return null
}

function toldOf(body: Body, meeting: Meeting, later: boolean): Told | null {
  if (body.type === 'change.undone' && body.body.type === 'captured.removed') {
    const { captured } = body.body
    return { what: `${kindOf(captured)} taken back: ${captured.item.text}`, changes: [] }
  }
  if (body.type === 'change.undone' || body.type === 'change.redone') {
    const told = toldOf(body.body, meeting, later)
    const how = body.type === 'change.undone' ? 'Undone' : 'Made again'
    return told === null ? null : { ...told, what: `${how}: ${told.what}` }
  }
  if (body.type === 'captured.edited') {
    const what = `${kindOf(body.was)} corrected`
    return { what, changes: changesBetween(body.was, body.captured, meeting) }
  }
  if (body.type === 'captured.removed' || body.type === 'captured.restored') {
    const { captured } = body
    const done = body.type === 'captured.removed' ? 'removed' : 'put back'
    return { what: `${kindOf(captured)} ${done}: ${captured.item.text}`, changes: [] }
  }
  const step = stepOf(body)
  if (step !== null) return { what: step, changes: [] }
  return later ? saidAfterEnd(body, meeting) : null
}

/**
 * What was put right, newest first: entries that were edited, removed or taken back, meeting and record
 * reopened, and what was said about statuses, links, order, matches and decisions after the meeting had ended. Revisions stand between them.
 */
export function corrections(log: readonly LogEntry[], meeting: Meeting): readonly Correction[] {
  const said = log.filter(isSaid)
  const end = said.findIndex(({ body }) => body.type === 'meeting.ended')
  return said
    .flatMap(({ id, at, by, body }, index): readonly Correction[] => {
      const told = toldOf(body, meeting, end >= 0 && index > end)
      return told === null ? [] : [{ id, at, who: by.name, ...told }]
    })
    .toReversed()
}
