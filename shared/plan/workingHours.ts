import { DateTime } from 'luxon'

import type { WorkingHours } from '../meeting/schema'

/** No plan needs more working days than this; an end further away is no date. */
const MOST_DAYS = 5_000

function atTime(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 })
}

/**
 * The moment (ISO 8601) when `minutes` of work are done that begin at `start`, counted only inside working
 * hours of the zone; null when that is more than 5,000 days away. No work ends where it begins.
 */
export function addWorkingMinutes(
  start: string,
  minutes: number,
  hours: WorkingHours,
  timeZone: string,
): string | null {
  const begin = DateTime.fromISO(start, { zone: timeZone })
  if (minutes === 0) return begin.toISO()
  let left = minutes
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const day = begin.startOf('day').plus({ days })
    const opens = atTime(day, hours.from)
    const closes = atTime(day, hours.to)
    const from = days === 0 && begin > opens ? begin : opens
    const open = hours.days.includes(day.weekday) ? Math.max(0, closes.diff(from, 'minutes').minutes) : 0
    if (left <= open) return from.plus({ minutes: left }).toISO()
    left -= open
  }
  return null
}
