import { DateTime } from 'luxon'

/** A day of the calendar; `month` counts from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** A time on the clock; hour 24 is the end of the day. */
export type Clock = { readonly hour: number; readonly minute: number }

type Placed = {
  readonly moment: string
  readonly timeZone: string
  readonly date: DateTime<true> | null
}
/** One line asks for the same moment again and again: now. */
let last: Placed | null = null

/** A moment on the clocks of a zone, with English names whatever the machine speaks; null if it is none. */
export function inZone(moment: string, timeZone: string): DateTime<true> | null {
  if (last?.moment === moment && last.timeZone === timeZone) return last.date
  const found = DateTime.fromISO(moment, { zone: timeZone, locale: 'en-US' })
  const date = found.isValid ? found : null
  last = { moment, timeZone, date }
  return date
}

const QUARTER = 15 * 60_000
let offset: { readonly timeZone: string; readonly quarter: number; readonly minutes: number } | null = null

/** Minutes ahead of UTC. Clocks are set forth and back at quarters of an hour, so within one it stays. */
function offsetAt(timeZone: string, millis: number): number {
  const quarter = Math.floor(millis / QUARTER)
  if (offset?.timeZone !== timeZone || offset.quarter !== quarter) {
    const minutes = DateTime.fromMillis(millis, { zone: timeZone }).offset
    offset = { timeZone, quarter, minutes }
  }
  return offset.minutes
}

/** A moment as ISO 8601 with milliseconds and the offset of the zone; in UTC where there is no such zone. */
export function onClocksOf(timeZone: string, moment: Date): string {
  const millis = moment.getTime()
  const minutes = offsetAt(timeZone, millis) || 0
  const ahead = Math.abs(minutes)
  const part = (value: number) => String(value).padStart(2, '0')
  const local = new Date(millis + minutes * 60_000).toISOString().slice(0, -1)
  return `${local}${minutes < 0 ? '-' : '+'}${part(Math.floor(ahead / 60))}:${part(ahead % 60)}`
}

/**
 * Every moment at which the clocks of the zone show this time, in order: two where a clock is set back.
 * A time the clock jumps over gives the moment as far behind the jump. Empty when there is no such day.
 */
export function momentsAt(
  { year, month, day }: Day,
  clock: Clock,
  timeZone: string,
): readonly DateTime<true>[] {
  const late = clock.hour === 24
  const date = DateTime.fromObject(
    { year, month, day, hour: late ? 0 : clock.hour, minute: clock.minute },
    { zone: timeZone, locale: 'en-US' },
  )
  if (!date.isValid) return []
  const moved = late ? date.plus({ days: 1 }) : date
  return moved.getPossibleOffsets().filter((moment): moment is DateTime<true> => moment.isValid)
}

/** ISO 8601 with a numeric offset, also for UTC, and milliseconds. */
export function isoOf(date: DateTime<true>): string {
  return date.toISO().replace(/Z$/, '+00:00')
}
