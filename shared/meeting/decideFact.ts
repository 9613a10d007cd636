import { parseMoment } from '../capture/due'
import { parseEstimate } from '../plan/estimate'
import { accept, refuse, type Result } from '../result'
import type { Command } from './commands'
import type { Body } from './entries'
import { oneLine } from './normal'
import type { Fact, Meeting } from './schema'

function badRange(value: string, fact: Fact): Result<never> {
  const sentence = `“${value}” is not a time Lectern understands. Write it like “4–6 hours” or “90 minutes”.`
  return refuse('range', sentence, fact.key)
}

function badDate(value: string, fact: Fact): Result<never> {
  const sentence = `“${value}” is not a date Lectern understands. Write it like “25 Nov 2026 14:00” or “Friday 17:00”.`
  return refuse('date', sentence, fact.key)
}

function setPlanFigure(meeting: Meeting, fact: Fact, value: string, at: string): Result<Body> {
  const { plan } = meeting
  if (fact.plan?.figure === 'estimate') {
    const { task: id } = fact.plan
    const estimate = value === '' ? null : parseEstimate(value)
    if (value !== '' && estimate === null) {
      return badRange(value, fact)
    }
    const was = plan.tasks.find((task) => task.id === id)?.estimate ?? null
    return accept({ type: 'plan.estimated', task: id, estimate, was })
  }
  const to = value === '' ? null : parseMoment(value, { now: at, timeZone: meeting.timeZone })
  if (value !== '' && to === null) {
    return badDate(value, fact)
  }
  const date = fact.plan?.figure === 'originalDate' ? 'originalDate' : 'override'
  return accept({ type: 'plan.dated', date, to, was: plan[date] })
}

function factValue(meeting: Meeting, fact: Fact, value: string, at: string): Result<string> {
  if (value === '' || fact.kind === 'text') return accept(value)
  if (fact.kind === 'range') {
    return parseEstimate(value) === null ? badRange(value, fact) : accept(value)
  }
  const moment = parseMoment(value, { now: at, timeZone: meeting.timeZone })
  return moment === null ? badDate(value, fact) : accept(moment)
}

/** A blank gets a value: dates and ranges are understood here, plan figures change the plan. `at` is now. */
export function setFact(
  meeting: Meeting,
  command: Extract<Command, { type: 'setFact' }>,
  at: string,
): Result<Body> {
  const fact = meeting.facts.find((candidate) => candidate.key === command.key)
  if (fact === undefined) return refuse('unknown', `This meeting has no fact “${command.key}”.`, 'key')
  const value = oneLine(command.value)
  const source = oneLine(command.source)
  const figure = fact.plan !== undefined && (value !== fact.value || source === fact.source)
  if (figure) return setPlanFigure(meeting, fact, value, at)
  const kept = fact.plan === undefined ? factValue(meeting, fact, value, at) : accept(fact.value)
  if (!kept.ok) return kept
  const was = { value: fact.value, source: fact.source, at: fact.at }
  return accept({ type: 'fact.set', key: fact.key, fact: { value: kept.value, source, at }, was })
}
