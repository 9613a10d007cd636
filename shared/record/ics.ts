import { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { DateTime } from 'luxon'

import { calendarIn, calendarText, zoneName } from '../invitation/calendar'
import { accept, refuse, type Result } from '../result'
import type { RecordData } from './schema'
import { oneLine } from './words'

const LENGTH_MINUTES = 30
const LONGEST_SUMMARY = 120

/** Text as a calendar can hold it: line breaks of one kind, no other control characters. */
function plain(text: string): string {
  return text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
}

function dueActions({ actions }: RecordData) {
  return actions.flatMap(({ due, ...action }) =>
    action.status === 'open' && due !== null ? [{ ...action, due }] : [],
  )
}

/**
 * The follow-up, half an hour long, every open action at the moment it is due, and every decision at its review,
 * as an iCalendar file (RFC 5545) on the clocks of the meeting's zone. `madeAt` is a moment. Refuses when there
 * is none of them.
 */
export function recordIcs(data: RecordData, madeAt: string): Result<string> {
  const { meeting, followUp } = data
  const due = dueActions(data)
  const reviews = data.decisions.flatMap(({ review, ...decision }) =>
    review === null ? [] : [{ ...decision, review }],
  )
  if (followUp === null && due.length === 0 && reviews.length === 0) {
    return refuse(
      'nothing',
      'There is nothing to put into a calendar: no follow-up is set, no open action has a due date, and no decision a review.',
    )
  }
  const calendar = calendarIn(meeting.timeZone)
  const timezone = zoneName(meeting.timeZone)
  const stamp = DateTime.fromISO(madeAt).toUTC()
  const moment = (iso: string) => DateTime.fromISO(iso, { zone: meeting.timeZone })
  const title = plain(oneLine(meeting.title, LONGEST_SUMMARY))
  if (followUp !== null) {
    const start = moment(followUp.when)
    calendar.createEvent({
      id: `${meeting.id}-follow-up`,
      stamp,
      start,
      end: start.plus({ minutes: LENGTH_MINUTES }),
      timezone,
      summary: `Follow-up: ${title}`,
      description: plain(followUp.agenda),
      status: ICalEventStatus.CONFIRMED,
      ...(followUp.where === '' ? {} : { location: plain(followUp.where) }),
    })
  }
  for (const action of due) {
    const owner = action.owner === '' ? 'nobody yet' : action.owner
    calendar.createEvent({
      id: action.id,
      stamp,
      start: moment(action.due),
      timezone,
      summary: `Due: ${plain(oneLine(action.text, LONGEST_SUMMARY))}`,
      description: plain(`${action.text}\n\nOwner: ${owner}\nFrom the meeting “${meeting.title}”`),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  for (const decision of reviews) {
    calendar.createEvent({
      id: decision.id,
      stamp,
      start: moment(decision.review),
      timezone,
      summary: `Review: ${plain(oneLine(decision.text, LONGEST_SUMMARY))}`,
      description: plain(`${decision.text}\n\nFrom the meeting “${meeting.title}”`),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return accept(calendarText(calendar, madeAt))
}
