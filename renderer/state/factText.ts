import { formatMoment, parseMoment } from '../../shared/capture/due'
import type { Fact, Meeting } from '../../shared/meeting/schema'
import { formatEstimate, parseEstimate } from '../../shared/plan/estimate'

/** A fact's value as its text field shows it: a date in words, all else as it was typed. */
export function factAsTyped(fact: Fact, meeting: Meeting): string {
  if (fact.value === '' || fact.kind !== 'date') return fact.value
  return formatMoment(fact.value, meeting.timeZone)
}

/** What Lectern makes of a date or range while it is typed: the reading, or null when it makes nothing of it. */
export function understood(fact: Fact, typed: string, meeting: Meeting): string | null {
  const text = typed.trim()
  if (fact.kind === 'text' || text === '') return null
  if (fact.kind === 'range') {
    const estimate = parseEstimate(text)
    return estimate === null ? null : formatEstimate(estimate)
  }
  const now = new Date().toISOString()
  const moment = parseMoment(text, { now, timeZone: meeting.timeZone })
  return moment === null ? null : formatMoment(moment, meeting.timeZone)
}
