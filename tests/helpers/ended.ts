import type { Page } from 'playwright'

import type { Command } from '../../shared/meeting/commands'
import { runAll } from './bridge'
import { createMeeting, endMeeting, startMeeting } from './desk'
import { addPeople, everybody } from './people'

const captured = (draft: Extract<Command, { type: 'capture' }>['draft']): Command => ({
  type: 'capture',
  draft,
})

export const PEOPLE = [
  { name: 'Dana Ito', role: 'DevOps Lead' },
  { name: 'Farida Rahmani', role: 'Executive Sponsor' },
] as const

/** A meeting of two people that has ended with one entry of each kind, at the stage Record. */
export async function endedMeeting(page: Page, title: string): Promise<void> {
  await createMeeting(page, { title, author: 'Sofia Marchetti', timeZone: 'Europe/Vienna' })
  await addPeople(page, PEOPLE)
  await startMeeting(page, true)
  const [dana = null, farida = null] = await everybody(page)
  const due = '2030-11-29T17:00:00.000+01:00'
  await runAll(page, [
    ...[dana, farida].flatMap((attendee): Command[] =>
      attendee === null ? [] : [{ type: 'arrive', attendee }],
    ),
    captured({ kind: 'objection', text: 'the deadline is tight', at: null, who: farida }),
    captured({ kind: 'decision', text: 'halt release 4.2', at: null }),
    captured({ kind: 'action', text: 'rework token refresh', at: null, owner: dana, due }),
    captured({ kind: 'note', text: 'legal joins at half past', at: null }),
    captured({ kind: 'note', text: 'SAID IN CONFIDENCE', at: null }),
  ])
  await endMeeting(page)
}
