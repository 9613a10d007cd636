import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Meeting } from '../../shared/meeting/schema'
import { asSeen, type Asked } from './asked'

/** The id of the meeting at hand, in the Desk's address. */
export const meetingId = (desk: Page) => /#\/meeting\/([0-9a-f-]+)\//.exec(desk.url())?.[1] ?? ''

/** A meeting as the app holds it. */
export async function heldMeeting(desk: Page, id: string): Promise<Meeting> {
  const answer = await desk.evaluate((meeting) => window.lectern.call('meeting:open', { id: meeting }), id)
  if (!answer.ok) throw new Error(answer.refusal.sentence)
  return answer.value.meeting
}

/** Asks for a command on a meeting, as the Desk does. Whether it was taken. */
export async function ask(desk: Page, meeting: string, command: Asked): Promise<boolean> {
  const answer = await desk.evaluate(
    ([to, run]) => window.lectern.call('meeting:run', { meeting: to, id: crypto.randomUUID(), command: run }),
    [meeting, asSeen(await heldMeeting(desk, meeting), command)] as const,
  )
  return answer.ok
}

/** Runs commands on the meeting at hand; each must be taken. For what a test is not about. */
export async function runAll(desk: Page, commands: readonly Asked[]): Promise<void> {
  const meeting = meetingId(desk)
  for (const command of commands)
    expect([command.type, await ask(desk, meeting, command)]).toEqual([command.type, true])
}
