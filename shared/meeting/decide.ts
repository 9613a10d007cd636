import type { Playbook } from '../playbook/schema'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import { capture, editEntry, removeEntry, type DecideContext } from './decideCapture'
import { matchObjection } from './decideMatch'
import { closeReadBack, readBack, setDecision } from './decideDecision'
import { linkEntries, moveEntry, unlinkEntries } from './decideEntries'
import { addAttendee, attend, editAttendee, removeAttendee } from './decidePeople'
import { addTask, editTask, removeTask, setFact, setPlanDate, setWorkingHours } from './decidePlan'
import {
  finalise,
  giveSignOff,
  noteSignature,
  refusedWhenFinal,
  reopenRecord,
  withdrawSignOff,
} from './decideRecord'
import { settleConflict } from './settle'
import {
  addCue,
  addExpected,
  editCue,
  editExpected,
  moveCue,
  moveExpected,
  removeCue,
  removeExpected,
} from './decideScript'
import { bodySchema, type Body } from './entries'
import { oneLine } from './normal'
import type { Meeting, MeetingStatus } from './schema'
import { followUpChanged } from './seen'
import { taskToAction } from './taskActions'
import { redo, undo } from './undo'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What a new meeting is made of. `id` is a UUID; `plannedStart` a moment or null. */
export type NewMeeting = {
  readonly id: string
  readonly title: string
  readonly plannedStart: string | null
  readonly place: string
  readonly timeZone: string
  readonly playbook: Playbook
}

/** What could not be read back must not be written: composing a text (NFC) can make it longer, for one. */
function readable(body: Result<Body>): Result<Body> {
  const issue = body.ok ? bodySchema.safeParse(body.value).error?.issues[0] : undefined
  if (issue === undefined) return body
  return refuse('shape', `This cannot be kept: it ${issue.message}.`, issue.path.map(String).join('.'))
}

/** The first entry of a meeting. Refuses an empty title, and what a meeting cannot hold (`shape`). */
export function createMeeting(wanted: NewMeeting): Result<Body> {
  const title = oneLine(wanted.title)
  if (title === '') return refuse('empty', 'Give the meeting a title.', 'title')
  const { id, plannedStart, timeZone, playbook } = wanted
  const place = oneLine(wanted.place)
  return readable(
    accept({ type: 'meeting.created', meeting: id, title, plannedStart, place, timeZone, playbook }),
  )
}

function setDetails(meeting: Meeting, command: Of<'setDetails'>): Result<Body> {
  const { title, plannedStart, place, timeZone } = meeting
  const details = {
    title: oneLine(command.title),
    plannedStart: command.plannedStart,
    place: oneLine(command.place),
    timeZone: command.timeZone,
  }
  if (details.title === '') return refuse('empty', 'A meeting needs a title.', 'title')
  return accept({ type: 'meeting.detailsSet', details, was: { title, plannedStart, place, timeZone } })
}

type Step = { readonly from: readonly MeetingStatus[]; readonly body: Body; readonly otherwise: string }

const STEPS: Readonly<Record<'start' | 'pause' | 'resume' | 'end' | 'reopen', Step>> = {
  start: {
    from: ['draft'],
    body: { type: 'meeting.started' },
    otherwise: 'This meeting has already been started.',
  },
  pause: {
    from: ['live'],
    body: { type: 'meeting.paused' },
    otherwise: 'Only a meeting that is live can take a break.',
  },
  resume: {
    from: ['paused'],
    body: { type: 'meeting.resumed' },
    otherwise: 'This meeting is not on a break.',
  },
  end: {
    from: ['live', 'paused'],
    body: { type: 'meeting.ended' },
    otherwise: 'Only a meeting that is live can be ended.',
  },
  reopen: {
    from: ['ended'],
    body: { type: 'meeting.reopened' },
    otherwise: 'Only a meeting that has ended can be reopened.',
  },
}

function setObjectionStatus(meeting: Meeting, command: Of<'setObjectionStatus'>): Result<Body> {
  const objection = meeting.objections.find((candidate) => candidate.id === command.objection)
  if (objection?.at == null) return refuse('unknown', 'That objection has not been raised in this meeting.')
  const { id, status: was } = objection
  if (was === command.status) return refuse('same', 'It has that status already.')
  return accept({ type: 'objection.statusSet', objection: id, status: command.status, was })
}

function setActionStatus(meeting: Meeting, command: Of<'setActionStatus'>): Result<Body> {
  const action = meeting.actions.find((candidate) => candidate.id === command.action)
  if (action === undefined) return refuse('unknown', 'That action is no longer there.')
  if (action.status === command.status) return refuse('same', 'It has that status already.')
  return accept({ type: 'action.statusSet', action: action.id, status: command.status, was: action.status })
}

function setChecklistItem(meeting: Meeting, command: Of<'setChecklistItem'>): Result<Body> {
  const item = meeting.checklist.find((candidate) => candidate.id === command.item)
  if (item === undefined) return refuse('unknown', 'That line is not on the closing checklist.')
  return accept({ type: 'checklist.set', item: item.id, done: command.done, was: item.done })
}

function setFollowUp(
  { followUp: was, timeZone }: Meeting,
  { followUp, seen }: Of<'setFollowUp'>,
  { history }: DecideContext,
): Result<Body> {
  return followUpChanged(seen, was, timeZone, history) ?? accept({ type: 'followUp.set', followUp, was })
}

function showResponse(meeting: Meeting, id: string): Result<Body> {
  const prepared = meeting.objections.some((objection) => objection.id === id && objection.response !== null)
  return prepared
    ? accept({ type: 'response.shown', objection: id })
    : refuse('unknown', 'No response is prepared for that objection.')
}

/**
 * What a command makes of a meeting: the body of the entry that says what happened, fully resolved, or a
 * refusal with a sentence. Pure: the same meeting, command and context give the same answer.
 */
export function decide(meeting: Meeting, command: Command, context: DecideContext): Result<Body> {
  return refusedWhenFinal(meeting, command) ?? readable(decided(meeting, command, context))
}

function decided(meeting: Meeting, command: Command, context: DecideContext): Result<Body> {
  const { at, id } = context
  switch (command.type) {
    case 'setDetails':
      return setDetails(meeting, command)
    case 'setSettings':
      return accept({ type: 'settings.set', settings: command.settings, was: meeting.settings })
    case 'setFact':
      return setFact(meeting, command, at)
    case 'addAttendee':
      return addAttendee(meeting, command, id)
    case 'editAttendee':
      return editAttendee(meeting, command)
    case 'removeAttendee':
      return removeAttendee(meeting, command.attendee)
    case 'arrive':
    case 'leave':
      return attend(meeting, command)
    case 'addCue':
      return addCue(meeting, command, id)
    case 'editCue':
      return editCue(meeting, command, context)
    case 'removeCue':
      return removeCue(meeting, command.cue)
    case 'moveCue':
      return moveCue(meeting, command)
    case 'addExpected':
      return addExpected(meeting, command, id)
    case 'editExpected':
      return editExpected(meeting, command, context)
    case 'removeExpected':
      return removeExpected(meeting, command.objection)
    case 'moveExpected':
      return moveExpected(meeting, command)
    case 'addTask':
      return addTask(meeting, command, id)
    case 'editTask':
      return editTask(meeting, command)
    case 'removeTask':
      return removeTask(meeting, command.task)
    case 'moveTask': {
      const was = meeting.plan.tasks.findIndex((task) => task.id === command.task)
      const to = Math.min(command.to, meeting.plan.tasks.length - 1)
      if (was === -1) return refuse('unknown', 'That task is no longer in the plan.')
      return to === was
        ? refuse('same', 'It is there already.')
        : accept({ type: 'task.moved', id: command.task, to, was })
    }
    case 'setPlanDate':
      return setPlanDate(meeting, command, at)
    case 'setWorkingHours':
      return setWorkingHours(meeting, command)
    case 'start':
    case 'pause':
    case 'resume':
    case 'end':
    case 'reopen': {
      const step = STEPS[command.type]
      return step.from.includes(meeting.status) ? accept(step.body) : refuse('status', step.otherwise)
    }
    case 'capture':
      return capture(meeting, command.draft, context)
    case 'editEntry':
      return editEntry(meeting, command, context)
    case 'removeEntry':
      return removeEntry(meeting, command, context)
    case 'moveEntry':
      return moveEntry(meeting, command)
    case 'linkEntries':
      return linkEntries(meeting, command)
    case 'unlinkEntries':
      return unlinkEntries(meeting, command)
    case 'undo':
      return undo(meeting, context)
    case 'redo':
      return redo(meeting, context)
    case 'setObjectionStatus':
      return setObjectionStatus(meeting, command)
    case 'matchObjection':
      return matchObjection(meeting, command)
    case 'setActionStatus':
      return setActionStatus(meeting, command)
    case 'setDecision':
      return setDecision(meeting, command)
    case 'readBack':
      return readBack(meeting, command)
    case 'closeReadBack':
      return closeReadBack(meeting, command)
    case 'taskToAction':
      return taskToAction(meeting, command, context)
    case 'settleConflict':
      return settleConflict(meeting, command, context)
    case 'showResponse':
      return showResponse(meeting, command.objection)
    case 'markPhrase':
      return accept({ type: 'phrase.marked', cue: command.cue, phrase: command.phrase, mark: command.mark })
    case 'setChecklistItem':
      return setChecklistItem(meeting, command)
    case 'setFollowUp':
      return setFollowUp(meeting, command, context)
    case 'finalise':
      return finalise(meeting, command, context)
    case 'reopenRecord':
      return reopenRecord(meeting)
    case 'giveSignOff':
      return giveSignOff(meeting, command)
    case 'withdrawSignOff':
      return withdrawSignOff(meeting, command.signOff)
    case 'noteSignature':
      return noteSignature(meeting, command)
  }
}
