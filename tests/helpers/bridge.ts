import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Command } from '../../shared/meeting/commands'

/** The id of the meeting at hand, in the Desk's address. */
export const meetingId = (desk: Page) => /#\/meeting\/([0-9a-f-]+)\//.exec(desk.url())?.[1] ?? ''

/** Runs commands on the meeting at hand, as the Desk does; each must be taken. For what a test is not about. */
export async function runAll(desk: Page, commands: readonly Command[]): Promise<void> {
  const meeting = meetingId(desk)
  for (const command of commands) {
    const answer = await desk.evaluate(
      ([to, run]) =>
        window.lectern.call('meeting:run', { meeting: to, id: crypto.randomUUID(), command: run }),
      [meeting, command] as const,
    )
    expect(answer, command.type).toMatchObject({ ok: true })
  }
}
