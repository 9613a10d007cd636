import ical, { ICalAttendeeRole, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block } from 'timezones-ical-library'

import type { Meeting } from '../meeting/schema'
import { accept, refuse, type Result } from '../result'
import { invitationText } from './text'

const LENGTH_MINUTES = 30

/** The VTIMEZONE block of a zone, under the very name that the times go by: many zones share a block. */
function zoneBlock(timeZone: string | null | undefined): string {
  const [block] = timeZone ? [tzlib_get_ical_block(timeZone)].flat() : []
  return typeof block === 'string' ? block.replace(/^TZID:.*$/m, `TZID:${timeZone ?? ''}`) : ''
}

/** ical-generator leaves times of a zone called `UTC` floating; the same zone by its full name is kept. */
function zoneName(timeZone: string): string {
  return timeZone === 'UTC' ? 'Etc/UTC' : timeZone
}

/** The stamp must be in UTC (RFC 5545, 3.8.7.2), whatever the zone of the event. */
function withStamp(calendar: string, madeAt: string): string {
  const stamp = DateTime.fromISO(madeAt).toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")
  return calendar.replace(/^DTSTAMP:[^\r\n]*/m, `DTSTAMP:${stamp}`)
}

/**
 * The invitation as an iCalendar file (RFC 5545), with times in the meeting's zone and half an hour long.
 * `madeAt` is a moment. Refuses a meeting without a planned start.
 */
export function invitationIcs(meeting: Meeting, madeAt: string): Result<string> {
  if (meeting.plannedStart === null) {
    return refuse('noStart', 'Set a planned start first; a calendar needs to know when.', 'plannedStart')
  }
  const start = DateTime.fromISO(meeting.plannedStart, { zone: meeting.timeZone })
  const calendar = ical({ prodId: { company: 'Lectern', product: 'Lectern' } })
  const zone = zoneName(meeting.timeZone)
  calendar.timezone({ name: zone, generator: zoneBlock })
  const event = calendar.createEvent({
    id: meeting.id,
    stamp: DateTime.fromISO(madeAt).toUTC(),
    start,
    end: start.plus({ minutes: LENGTH_MINUTES }),
    timezone: zone,
    summary: meeting.title,
    description: invitationText(meeting),
    status: ICalEventStatus.CONFIRMED,
    ...(meeting.place === '' ? {} : { location: meeting.place }),
  })
  for (const { name, email } of meeting.attendees) {
    if (email !== '') event.createAttendee({ name, email, role: ICalAttendeeRole.REQ, rsvp: true })
  }
  return accept(withStamp(calendar.toString(), madeAt))
}
