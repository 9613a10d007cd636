import { revisionFile } from '../../shared/record/file'
import type { RecordFile } from '../../shared/record/schema'
import { idOf, must, Rehearsal, say } from './meetings'

/** Commands about the record by what a person means with them. */
export const onRecord = {
  finalise: (leftOut: string[] = [], signers: string[] = []) =>
    ({ type: 'finalise', leftOut, signers }) as const,
  reopen: { type: 'reopenRecord' },
  signOff: (name: string, attendee: string | null = null) =>
    ({
      type: 'giveSignOff',
      attendee,
      name,
      role: 'Product Manager',
      mark: { kind: 'typed', text: name },
    }) as const,
  signed: (revision = 1) =>
    ({
      type: 'noteSignature',
      revision,
      signature: { name: 'Amara Okafor', certificate: 'ab'.repeat(32) },
    }) as const,
} as const

/** A meeting that has ended: Amara (entry 1), an objection (4) whose answer was shown, a decision, an action (7). */
export function endedMeeting(): Rehearsal {
  return new Rehearsal().do(
    say.person('Amara Okafor'),
    say.fact('bug', 'a memory leak', 'ticket 12'),
    say.start,
    say.objection('the deadline is tight', idOf(1)),
    { type: 'showResponse', objection: 'deadline' },
    say.decision('we halt'),
    say.action('write to customers', idOf(1), '2026-11-27T17:00:00.000+01:00'),
    say.note('legal joins'),
    {
      type: 'setFollowUp',
      followUp: { when: '2026-11-25T09:00:00.000+01:00', where: 'Room 4', agenda: 'Go?' },
    },
    say.end,
  )
}

/** The record of a finalised meeting's revision. */
export function recordOf({ meeting, log }: Rehearsal, number = 1): RecordFile {
  return must(revisionFile(meeting, log, number))
}
