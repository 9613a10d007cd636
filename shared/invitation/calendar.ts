import ical, { type ICalCalendar } from 'ical-generator'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** The VTIMEZONE block of a zone, under the very name that the times go by: many zones share a block. */
function zoneBlock(timeZone: string | null | undefined): string {
  const [block] = timeZone ? [tzlib_get_ical_block(timeZone)].flat() : []
  return typeof block === 'string' ? block.replace(/^TZID:.*$/m, `TZID:${timeZone ?? ''}`) : ''
}

/** ical-generator leaves times of a zone called `UTC` floating; the same zone by its full name is kept. */
export function zoneName(timeZone: string): string {
  return timeZone === 'UTC' ? 'Etc/UTC' : timeZone
}

/** An empty calendar whose events are on the clocks of a zone. */
export function calendarIn(timeZone: string): ICalCalendar {
  const calendar = ical({ prodId: { company: 'Lectern', product: 'Lectern' } })
  calendar.timezone({ name: zoneName(timeZone), generator: zoneBlock })
  return calendar
}

/** A calendar as text (RFC 5545), each event stamped in UTC (3.8.7.2) whatever its zone. */
export function calendarText(calendar: ICalCalendar, madeAt: string): string {
  const stamp = DateTime.fromISO(madeAt).toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")
  return calendar.toString().replace(/^DTSTAMP:[^\r\n]*/gm, `DTSTAMP:${stamp}`)
}
