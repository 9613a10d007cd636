import { parseMoment } from '../capture/due'
import { parseEstimate } from '../plan/estimate'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import type { Body } from './entries'
import { oneLine } from './normal'
import type { Estimate, Fact, Meeting, PlanTask } from './schema'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** A range in words as hours; nothing typed means no estimate. */
export function estimateFrom(text: string, path: string): Result<Estimate | null> {
  const estimate = text === '' ? null : parseEstimate(text)
  const sentence = `“${text}” is not a time Lectern understands. Write it like “4–6 hours” or “90 minutes”.`
  return text !== '' && estimate === null ? refuse('range', sentence, path) : accept(estimate)
}

/** A date in words as a moment in the meeting's zone; nothing typed means no date. `at` is now. */
export function momentFrom(meeting: Meeting, text: string, at: string, path: string): Result<string | null> {
  const moment = text === '' ? null : parseMoment(text, { now: at, timeZone: meeting.timeZone })
  const sentence = `“${text}” is not a date Lectern understands. Write it like “25 Nov 2026 14:00” or “Friday 17:00”.`
  return text !== '' && moment === null ? refuse('date', sentence, path) : accept(moment)
}

/** One of the plan's dates is set, or cleared by an empty text. */
export function setPlanDate(
  meeting: Meeting,
  command: Of<'setPlanDate'>,
  at: string,
  path = 'text',
): Result<Body> {
  const to = momentFrom(meeting, oneLine(command.text), at, path)
  if (!to.ok) return to
  return accept({ type: 'plan.dated', date: command.date, to: to.value, was: meeting.plan[command.date] })
}

function taskFrom(id: string, command: Of<'addTask'> | Of<'editTask'>): Result<PlanTask> {
  const text = oneLine(command.text)
  if (text === '') return refuse('empty', 'Write what the task is.', 'text')
  const estimate = estimateFrom(oneLine(command.estimate), 'estimate')
  return estimate.ok ? accept({ id, text, estimate: estimate.value }) : estimate
}

/** A task joins the plan's end. */
export function addTask(meeting: Meeting, command: Of<'addTask'>, id: string): Result<Body> {
  const item = taskFrom(id, command)
  return item.ok
    ? accept({ type: 'task.added', item: item.value, position: meeting.plan.tasks.length })
    : item
}

/** A task of the plan gets another text or estimate. */
export function editTask(meeting: Meeting, command: Of<'editTask'>): Result<Body> {
  const was = meeting.plan.tasks.find((task) => task.id === command.task)
  if (was === undefined) return refuse('unknown', 'That task is no longer in the plan.')
  const item = taskFrom(was.id, command)
  return item.ok ? accept({ type: 'task.edited', item: item.value, was }) : item
}

/** A task leaves the plan, unless a fact of the playbook shows its estimate. */
export function removeTask(meeting: Meeting, id: string): Result<Body> {
  const position = meeting.plan.tasks.findIndex((task) => task.id === id)
  const item = meeting.plan.tasks[position]
  if (item === undefined) return refuse('unknown', 'That task is no longer in the plan.')
  const shownBy = meeting.facts.find((fact) => fact.plan?.figure === 'estimate' && fact.plan.task === id)
  return shownBy === undefined
    ? accept({ type: 'task.removed', item, position })
    : refuse(
        'used',
        `“${shownBy.label}” is read aloud in the script and comes from this task. Clear its estimate instead.`,
      )
}

/** The plan's hours pass round the clock, or in working hours that must end after they begin. */
export function setWorkingHours(meeting: Meeting, command: Of<'setWorkingHours'>): Result<Body> {
  const { hours } = command
  if (hours !== null && hours.from >= hours.to) {
    return refuse('hours', 'Working hours must end later in the day than they begin.', 'to')
  }
  return accept({ type: 'plan.hoursSet', hours, was: meeting.plan.workingHours })
}

function setFigure(meeting: Meeting, fact: Fact, value: string, at: string): Result<Body> {
  if (fact.plan?.figure === 'estimate') {
    const { task: id } = fact.plan
    const was = meeting.plan.tasks.find((task) => task.id === id)
    if (was === undefined) return refuse('unknown', 'That task is no longer in the plan.', fact.key)
    const estimate = estimateFrom(value, fact.key)
    return estimate.ok
      ? accept({ type: 'task.edited', item: { ...was, estimate: estimate.value }, was })
      : estimate
  }
  const date = fact.plan?.figure === 'originalDate' ? 'originalDate' : 'override'
  return setPlanDate(meeting, { type: 'setPlanDate', date, text: value }, at, fact.key)
}

function factValue(meeting: Meeting, fact: Fact, value: string, at: string): Result<string> {
  if (fact.kind === 'text') return accept(value)
  if (fact.kind === 'range') {
    const estimate = estimateFrom(value, fact.key)
    return estimate.ok ? accept(value) : estimate
  }
  const moment = momentFrom(meeting, value, at, fact.key)
  return moment.ok ? accept(moment.value ?? '') : moment
}

/** A blank gets a value: dates and ranges are understood here, plan figures change the plan. `at` is now. */
export function setFact(meeting: Meeting, command: Of<'setFact'>, at: string): Result<Body> {
  const fact = meeting.facts.find((candidate) => candidate.key === command.key)
  if (fact === undefined) return refuse('unknown', `This meeting has no fact “${command.key}”.`, 'key')
  const value = oneLine(command.value)
  const source = oneLine(command.source)
  const figure = fact.plan !== undefined && (value !== fact.value || source === fact.source)
  if (figure) return setFigure(meeting, fact, value, at)
  const kept = fact.plan === undefined ? factValue(meeting, fact, value, at) : accept(fact.value)
  if (!kept.ok) return kept
  const was = { value: fact.value, source: fact.source, at: fact.at }
  return accept({ type: 'fact.set', key: fact.key, fact: { value: kept.value, source, at }, was })
}
