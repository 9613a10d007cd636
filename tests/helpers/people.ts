import type { Page } from 'playwright'

import { meetingId } from './bridge'

/** The ids of everybody in the meeting at hand. */
export async function everybody(desk: Page): Promise<readonly string[]> {
  const id = meetingId(desk)
  const answer = await desk.evaluate((meeting) => window.lectern.call('meeting:open', { id: meeting }), id)
  return answer.ok ? answer.value.meeting.attendees.map((attendee) => attendee.id) : []
}
