import { formatMoment } from '../capture/due'
import { formatEstimate } from '../plan/estimate'
import { accept, refuse, type Result } from '../result'
import { commandSchema, type Command } from './commands'
import { namedPeople } from './applyPeople'
import { TWICE } from './apart'
import { conflictsIn } from './conflicts'
import type { DecideContext } from './decideCapture'
import { detailsOf } from './decisionSchema'
import { broughtAbout } from './subjects'
import type { Body } from './entries'
import { capturedItem } from './lists'
import { estimateSchema, type Meeting } from './schema'
import { draftOf, expectedFieldsOf } from './seen'
import { THERE, type Conflict, type Side } from './writes'

/** Says that what stands is right. Refuses a difference that is settled already, and a side that does not stand. */
export function settleConflict(
  meeting: Meeting,
  command: Extract<Command, { type: 'settleConflict' }>,
  { history }: DecideContext,
): Result<Body> {
  const conflict = conflictsIn(meeting, history).find(({ key }) => key === command.conflict)
  if (conflict === undefined) return refuse('unknown', 'That difference has been settled already.')
  return conflict.sides.at(-1)?.entry.id === command.keep
    ? accept({ type: 'conflict.settled', conflict: conflict.key, kept: command.keep })
    : refuse('standing', 'Something else stands there by now. Look at both again.')
}

/** What an entry becomes that is of another kind again: whom it named is asked for by hand. */
function bareDraft(type: unknown): object {
  if (type === 'action.captured') return { kind: 'action', owner: null, due: null }
  return type === 'objection.raised' ? { kind: 'objection', who: null } : { kind: 'decision' }
}

/** Somebody named or present stays on the list: then the two are made one by hand. */
function onceCommand(meeting: Meeting, id: string): unknown {
  const person = meeting.attendees.find((each) => each.id === id)
  const removable = person?.present.length === 0 && !namedPeople(meeting).has(id)
  return removable ? { type: 'removeAttendee', attendee: id } : null
}

function captureCommand(meeting: Meeting, { id, field }: Conflict, { value, entry }: Side): unknown {
  const now = capturedItem(meeting, id)
  if (now === null) return null
  if (field === THERE) return { type: 'removeEntry', entry: id, seen: draftOf(now) }
  if (field === 'status')
    return now.type === 'action.captured'
      ? { type: 'setActionStatus', action: id, status: value }
      : { type: 'setObjectionStatus', objection: id, status: value }
  if (field === 'type') {
    const body = broughtAbout(entry.body)
    const edited = body.type === 'captured.edited' ? draftOf(body.captured) : bareDraft(value)
    const { text, at } = now.item
    return { type: 'editEntry', entry: id, draft: { at, ...edited, text }, seen: draftOf(now) }
  }
  if (now.type === 'decision.captured' && field in detailsOf(now.item))
    return { type: 'setDecision', decision: id, details: { ...detailsOf(now.item), [field]: value } }
  return { type: 'editEntry', entry: id, draft: { ...draftOf(now), [field]: value }, seen: draftOf(now) }
}

function itemCommand(meeting: Meeting, { subject, id, field }: Conflict, { value }: Side): unknown {
  switch (subject) {
    case 'attendee': {
      const person = meeting.attendees.find((each) => each.id === id)
      if (field === TWICE) return onceCommand(meeting, id)
      if (field === THERE) return { type: 'removeAttendee', attendee: id }
      return person === undefined ? null : { type: 'editAttendee', attendee: { ...person, [field]: value } }
    }
    case 'cue': {
      const cue = meeting.script.find((each) => each.id === id)
      if (field === THERE) return { type: 'removeCue', cue: id }
      return cue === undefined ? null : { type: 'editCue', cue: { ...cue, [field]: value }, seen: cue }
    }
    case 'task': {
      const task = meeting.plan.tasks.find((each) => each.id === id)
      if (field === THERE) return { type: 'removeTask', task: id }
      if (task === undefined) return null
      const estimate = task.estimate === null ? '' : formatEstimate(task.estimate)
      const range = estimateSchema.safeParse(value)
      const changed = field === 'text' ? value : range.success ? formatEstimate(range.data) : ''
      return { type: 'editTask', task: id, text: task.text, estimate, [field]: changed }
    }
    case 'expected': {
      const objection = meeting.objections.find((each) => each.id === id)
      if (field === THERE) return { type: 'removeExpected', objection: id }
      return objection === undefined
        ? null
        : {
            type: 'editExpected',
            id,
            objection: { ...expectedFieldsOf(objection), [field]: value },
            seen: expectedFieldsOf(objection),
          }
    }
    case 'captured':
    case 'checklist':
    case 'details':
    case 'fact':
    case 'followUp':
    case 'plan':
    case 'settings':
    case 'meeting':
      return null
  }
}

function meetingCommand(meeting: Meeting, { subject, id, field }: Conflict, { value }: Side): unknown {
  const { title, plannedStart, place, timeZone } = meeting
  switch (subject) {
    case 'details':
      return { type: 'setDetails', title, plannedStart, place, timeZone, [field]: value }
    case 'fact': {
      const fact = meeting.facts.find(({ key }) => key === id)
      return { type: 'setFact', key: id, value: fact?.value, source: fact?.source, [field]: value }
    }
    case 'settings':
      return { type: 'setSettings', settings: { ...meeting.settings, [field]: value } }
    case 'meeting':
      return { type: 'reopen' }
    case 'checklist':
      return { type: 'setChecklistItem', item: id, done: value }
    case 'followUp':
      return { type: 'setFollowUp', followUp: value, seen: meeting.followUp }
    case 'plan':
      return field === 'workingHours'
        ? { type: 'setWorkingHours', hours: value }
        : {
            type: 'setPlanDate',
            date: field,
            text: typeof value === 'string' ? formatMoment(value, timeZone) : '',
          }
    case 'captured':
    case 'attendee':
    case 'cue':
    case 'expected':
    case 'task':
      return null
  }
}

/** The command that keeps one side of a difference, or null where that is done by hand. */
export function commandKeeping(meeting: Meeting, conflict: Conflict, side: Side): Command | null {
  const wanted =
    side === conflict.sides.at(-1)
      ? { type: 'settleConflict', conflict: conflict.key, keep: side.entry.id }
      : (captureIf(meeting, conflict, side) ??
        itemCommand(meeting, conflict, side) ??
        meetingCommand(meeting, conflict, side))
  const command = commandSchema.safeParse(wanted)
  return command.success ? command.data : null
}

function captureIf(meeting: Meeting, conflict: Conflict, side: Side): unknown {
  return conflict.subject === 'captured' ? captureCommand(meeting, conflict, side) : null
}
