import { DateTime } from 'luxon'

import type { Estimate, Plan, PlanTask } from '../meeting/schema'
import { addWorkingMinutes } from './workingHours'
import { plainNumbers, readQuantities, type TimeUnit } from './quantity'

const LONGEST_HOURS = 10_000
const LAST_YEAR = 9999
const MINUTES: Readonly<Record<TimeUnit, number | null>> = {
  minute: 1,
  hour: 60,
  day: 24 * 60,
  week: 7 * 24 * 60,
  month: null,
}

/** One end of a range: its minutes for a given unit of a bare number, and the unit it names itself. */
type End = { readonly unit: TimeUnit | null; readonly minutes: (bare: TimeUnit) => number | null }

function readEnd(text: string): End | null {
  const clock = /^(\d+):([0-5]\d)(?: ?h| ?hrs?| ?hours?)?$/.exec(text)
  if (clock !== null) return { unit: 'hour', minutes: () => Number(clock[1]) * 60 + Number(clock[2]) }
  const quantities = readQuantities(text)
  if (quantities === null) return null
  return {
    unit: quantities[0]?.unit ?? null,
    minutes: (bare) =>
      quantities.reduce<number | null>((sum, { value, unit }) => {
        const size = MINUTES[unit ?? bare]
        return sum === null || size === null ? null : sum + value * size
      }, 0),
  }
}

function toEstimate(min: number | null, max: number | null): Estimate | null {
  if (min === null || max === null || !(min <= max) || max <= 0 || max > LONGEST_HOURS * 60) return null
  return { min: min / 60, max: max / 60 }
}

/**
 * Reads how long something takes: `4–6 hours`, `4-6h`, `4 to 6`, `90 min`, `2 hours 30`, `up to 3 h`.
 * A number without a unit takes that of the other end, else hours. A day is 24 clock hours and a week
 * seven of them, because the new date is added up in clock hours. Returns hours; null when not understood,
 * when the range runs backwards, and outside of what an estimate may hold (more than 0, up to 10,000 hours).
 */
export function parseEstimate(text: string): Estimate | null {
  const plain = plainNumbers(text)
    .replace(/^(?:about|approx\.?|approximately|around|roughly|circa|ca\.|~)\s*/, '')
    .replace(/\s*\.$/, '')
  const upTo = /^(?:up to|at most|max\.?) (.+)$/.exec(plain)
  if (upTo !== null) {
    const end = readEnd(upTo[1] ?? '')
    return end === null ? null : toEstimate(0, end.minutes('hour'))
  }
  const between = /^between (.+) and (.+)$/.exec(plain)
  const ends = between === null ? plain.split(/ ?[-\u2010-\u2015\u2212] ?| to | or /) : between.slice(1)
  const [low, high] = ends.map(readEnd)
  if (low === undefined || low === null || high === null || ends.length > 2) return null
  if (high === undefined) return toEstimate(low.minutes('hour'), low.minutes('hour'))
  const unit = high.unit ?? low.unit ?? 'hour'
  return toEstimate(low.minutes(unit), high.minutes(unit))
}

function count(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`
}

function alone(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (minutes >= 48 * 60 && minutes % (12 * 60) === 0) return count(minutes / (24 * 60), 'day')
  if (hours === 0) return count(rest, 'minute')
  if (rest === 0) return count(hours, 'hour')
  return rest === 30 ? `${hours}.5 hours` : `${count(hours, 'hour')} ${count(rest, 'minute')}`
}

/**
 * An estimate as it is read aloud: `4–6 hours`, `3 hours`, `30–45 minutes`, `up to 2 hours`, `2–3 days`
 * (from 48 hours up, where both ends are half days). Whole minutes; `parseEstimate` reads it back.
 */
export function formatEstimate(estimate: Estimate): string {
  const min = Math.round(estimate.min * 60)
  const max = Math.max(1, Math.round(estimate.max * 60))
  if (min === max) return alone(max)
  if (min === 0) return `up to ${alone(max)}`
  const shared = (size: number, unit: string) => `${min / size}–${max / size} ${unit}`
  if (max >= 48 * 60 && min % 720 === 0 && max % 720 === 0) return shared(24 * 60, 'days')
  if (max <= 60) return shared(1, 'minutes')
  if (min % 30 === 0 && max % 30 === 0) return shared(60, 'hours')
  if (max <= 120) return shared(1, 'minutes')
  return `${alone(min)} to ${alone(max)}`
}

/** The ranges of all tasks added up, in hours; null with no task or while any task has no estimate. */
export function totalEstimate(tasks: readonly Pick<PlanTask, 'estimate'>[]): Estimate | null {
  const estimates = tasks.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]))
  if (tasks.length === 0 || estimates.length < tasks.length) return null
  const sum = (end: 'min' | 'max') =>
    Math.round(estimates.reduce((hours, estimate) => hours + estimate[end], 0) * 3600) / 3600
  return { min: sum('min'), max: sum('max') }
}

type Dated = Pick<Plan, 'start' | 'workingHours'> & { readonly tasks: readonly Pick<PlanTask, 'estimate'>[] }

/**
 * The date the plan leads to: its start (else `fallbackStart`) plus the upper ends of all estimates, round
 * the clock or in the plan's working hours in `timeZone`. A moment with the start's own offset (the zone's
 * for working hours); null with no start, no task or a missing estimate, and beyond the year 9999, which a
 * moment cannot name.
 */
export function proposedDate(plan: Dated, fallbackStart: string | null, timeZone: string): string | null {
  const start = plan.start ?? fallbackStart
  const total = totalEstimate(plan.tasks)
  if (start === null || total === null) return null
  if (plan.workingHours !== null) {
    return addWorkingMinutes(start, Math.round(total.max * 60), plan.workingHours, timeZone)
  }
  const date = DateTime.fromISO(start, { setZone: true }).plus({ seconds: Math.round(total.max * 3600) })
  return date.isValid && date.year <= LAST_YEAR ? date.toISO() : null
}
