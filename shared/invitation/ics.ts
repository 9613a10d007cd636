import { ICalAttendeeRole, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'

import type { Meeting } from '../meeting/schema'
import { accept, refuse, type Result } from '../result'
import { calendarIn, calendarText, zoneName } from './calendar'
import { invitationText } from './text'

const LENGTH_MINUTES = 30

/**
 * The invitation as an iCalendar file (RFC 5545), with times in the meeting's zone and half an hour long.
 * `madeAt` is a moment. Refuses a meeting without a planned start.
 */
export function invitationIcs(meeting: Meeting, madeAt: string): Result<string> {
  if (meeting.plannedStart === null) {
    return refuse('noStart', 'Set a planned start first; a calendar needs to know when.', 'plannedStart')
  }
  const start = DateTime.fromISO(meeting.plannedStart, { zone: meeting.timeZone })
  const calendar = calendarIn(meeting.timeZone)
  const event = calendar.createEvent({
    id: meeting.id,
    stamp: DateTime.fromISO(madeAt).toUTC(),
    start,
    end: start.plus({ minutes: LENGTH_MINUTES }),
    timezone: zoneName(meeting.timeZone),
    summary: meeting.title,
    description: invitationText(meeting),
    status: ICalEventStatus.CONFIRMED,
    ...(meeting.place === '' ? {} : { location: meeting.place }),
  })
  for (const { name, email } of meeting.attendees) {
    if (email !== '') event.createAttendee({ name, email, role: ICalAttendeeRole.REQ, rsvp: true })
  }
  return accept(calendarText(calendar, madeAt))
}
