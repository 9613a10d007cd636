import type { Page } from 'playwright'

import { meetingId, runAll } from './bridge'
import type { Person } from './desk'

/** The ids of everybody in the meeting at hand. */
export async function everybody(desk: Page): Promise<readonly string[]> {
  const id = meetingId(desk)
  const answer = await desk.evaluate((meeting) => window.lectern.call('meeting:open', { id: meeting }), id)
  return answer.ok ? answer.value.meeting.attendees.map((attendee) => attendee.id) : []
}

/** Puts people on the list of the meeting at hand, for tests that are about something else. */
export function addPeople(desk: Page, people: readonly Person[]): Promise<void> {
  const unsaid = { organisation: '', email: '' }
  return runAll(
    desk,
    people.map((person) => ({ type: 'addAttendee', attendee: { ...unsaid, ...person } })),
  )
}
