import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { toMeetingFile } from '../../shared/meeting/file'
import { idOf, newMeeting, Rehearsal, say } from './meetings'
import { playbook } from './playbook'
import { sampleMeeting } from './sampleMeeting'

/** The moment at which the pictured meeting is looked at. */
export const PICTURED_AT = '2026-11-24T13:20:00.000Z'

/** A meeting that is filled in and has not started. Not yet on the disk. */
export function preparedMeeting(): Rehearsal {
  const sample = sampleMeeting()
  const rehearsal = new Rehearsal(newMeeting({ title: sample.title, playbook: playbook() }))
  const people = sample.attendees.map((attendee) => ({ type: 'addAttendee', attendee }) as const)
  rehearsal.do(...people)
  for (const [key, value] of Object.entries(sample.facts))
    rehearsal.try({ type: 'setFact', key, value, source: '' })
  return rehearsal
}

/**
 * A live meeting that is the same to the last letter each time: filled in, with something of every kind. Not yet
 * on the disk.
 */
export function picturedMeeting(): Rehearsal {
  const rehearsal = preparedMeeting()
  const [product = null, devops = null] = rehearsal.meeting.attendees.map(({ id }) => id)
  rehearsal.do(
    say.start,
    say.objection('the deadline is tight', product),
    say.objection('overtime again, and nobody is on call for it', devops),
    say.decision('halt release 4.2 and re-plan'),
    say.action('rework the token refresh', devops, '2026-11-27T17:00:00.000+01:00'),
    say.action('tell the partners what changes for them'),
  )
  const raised = rehearsal.meeting.objections.find(({ who, at }) => at !== null && who === product)
  return rehearsal.do({ type: 'setObjectionStatus', objection: raised?.id ?? idOf(0), status: 'answered' })
}

/** Lays a meeting into a data folder. Gives its id. */
export function writeRehearsed(dataDir: string, { meeting, log }: Rehearsal): string {
  const folder = join(dataDir, 'meetings')
  mkdirSync(folder, { recursive: true })
  const text = `${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`
  writeFileSync(join(folder, `${meeting.id}.json`), text)
  return meeting.id
}
