import { describe, expect, it } from 'vitest'

import type { Command, ExpectedFields } from '../../../shared/meeting/commands'
import { toMeetingFile } from '../../../shared/meeting/file'
import { actionsCsv } from '../../../electron/record/csv'
import { draftFile } from '../../../shared/record/file'
import { recordIcs } from '../../../shared/record/ics'
import { recordMarkdown } from '../../../shared/record/markdown'
import type { RecordFile } from '../../../shared/record/schema'
import { smallPlaybook } from '../../fixtures/playbook-small'
import { markPlaybook } from '../../helpers/marked'
import { idOf, must, newMeeting, Rehearsal, say } from '../../helpers/meetings'
import { onRecord, recordOf } from '../../helpers/records'

const SECRET = 'QZSECRETQZ'
const MADE = '2026-11-24T15:00:00.000+01:00'
const DUE = '2026-11-27T17:00:00.000+01:00'

/** What a record prints of a playbook. */
const PRINTED = [
  /^bottomLine$/,
  /^stakes\[\d+\]\.(title|text)$/,
  /^plan\.tasks\[\d+\]\.text$/,
  /^checklist\[\d+\]\.text$/,
]

type CueFields = Extract<Command, { type: 'addCue' }>['cue']

const marked = () => markPlaybook(smallPlaybook, SECRET, PRINTED)

const secret = `${SECRET} text`
const response = { sayFirst: secret, evidence: secret, questionBack: secret, doNotSay: secret }
const expected: ExpectedFields = {
  text: secret,
  kind: 'objection',
  role: secret,
  keywords: [secret],
  key: 2,
  response,
}
const attendee = { name: 'Amara Okafor', role: '', organisation: '', email: `${SECRET}@x.example` }

const silent = { outcome: null, positions: [], review: null, supersedes: null }
const against = { attendee: idOf(1), position: 'objected' } as const

/** A meeting with the mark in every private place, and one public text of each kind. */
function meetingOfSecrets(): Rehearsal {
  const { playbook } = marked()
  const cue = {
    kind: 'spoken' as const,
    heading: secret,
    agenda: secret,
    text: secret,
    mustSay: [SECRET],
    tips: [],
    timebox: 1,
  } satisfies CueFields
  const followUp = (agenda: string) =>
    ({ type: 'setFollowUp', followUp: { when: DUE, where: 'Room 4', agenda } }) as const
  return new Rehearsal(newMeeting({ playbook })).do(
    { type: 'addAttendee', attendee },
    say.fact('watch', '2 hours', secret),
    say.fact('bug', secret, secret),
    say.fact('bug', 'a memory leak', secret),
    { type: 'addCue', cue, position: 1 },
    { type: 'addExpected', objection: expected },
    { type: 'setDetails', title: 'Halt', plannedStart: null, place: secret, timeZone: 'UTC' },
    { type: 'setDetails', title: 'Halt', plannedStart: null, place: '', timeZone: 'UTC' },
    { type: 'addTask', text: secret, estimate: '' },
    { type: 'removeTask', task: idOf(9) },
    followUp(secret),
    followUp('Go or no-go?'),
    say.start,
    { type: 'addAttendee', attendee: { ...attendee, name: 'Dana Ito' } },
    { type: 'editAttendee', attendee: { ...attendee, id: idOf(14), name: 'Dana Ito', role: 'DevOps' } },
    say.fact('watch', '3 hours', secret),
    { type: 'addCue', cue, position: 1 },
    { type: 'addExpected', objection: { ...expected, key: 3, keywords: [`${SECRET}2`] } },
    { type: 'markPhrase', cue: idOf(17), phrase: SECRET, mark: 'ticked' },
    say.note(secret),
    say.undo,
    say.decision(secret),
    { type: 'editEntry', entry: idOf(22), draft: { kind: 'note', text: `${secret} too`, at: null } },
    { type: 'removeEntry', entry: idOf(22) },
    say.action(secret, idOf(1), DUE),
    say.objection(secret, idOf(1)),
    {
      type: 'editEntry',
      entry: idOf(26),
      draft: { kind: 'concern', text: `${secret}!`, at: null, who: null },
    },
    { type: 'setObjectionStatus', objection: idOf(26), status: 'answered' },
    { type: 'setActionStatus', action: idOf(25), status: 'done' },
    say.objection('the deadline is tight', idOf(1)),
    say.action('write to customers', idOf(1), DUE),
    say.decision(secret),
    { type: 'setDecision', decision: idOf(32), details: { ...silent, options: [secret] } },
    { type: 'readBack', decision: idOf(32) },
    { type: 'closeReadBack', answers: { outcome: 'rejected', positions: [{ ...against, reason: secret }] } },
    say.end,
    onRecord.finalise([idOf(25), idOf(26), idOf(32)], [idOf(1)]),
  )
}

function exportsOf(file: RecordFile): readonly string[] {
  return [
    JSON.stringify(file),
    recordMarkdown(file, MADE),
    must(actionsCsv(file.record)),
    must(recordIcs(file.record, MADE)),
  ]
}

describe('what is private', () => {
  const rehearsal = meetingOfSecrets()
  const file = recordOf(rehearsal)

  it('stands in the meeting in many places', () => {
    const { places } = marked()
    for (const place of [
      'script[0].text',
      'script[0].heading',
      'objections[0].response.doNotSay',
      'tips[0].text',
    ])
      expect(places).toContain(place)
    const whole = JSON.stringify(toMeetingFile(rehearsal.meeting, rehearsal.log))
    expect(whole.split(SECRET).length).toBeGreaterThan(80)
  })

  it('is in no form of a record, whatever was done with it', () => {
    for (const text of exportsOf(file)) expect(text).not.toContain(SECRET)
  })

  it('can be found where it is printed: this test would see it', () => {
    const open = { type: 'setActionStatus', action: idOf(25), status: 'open' } as const
    const second = recordOf(meetingOfSecrets().do(open, onRecord.reopen, onRecord.finalise()), 2)
    for (const text of exportsOf(second)) expect(text).toContain(SECRET)
  })

  it('comes along as digests that name nothing', () => {
    const bodies = file.record.log.map((entry) => ('body' in entry ? entry.body.type : null))
    expect(bodies.filter((type) => type === null)).toHaveLength(20)
    expect(JSON.stringify(draftFile(rehearsal.meeting, rehearsal.log))).not.toContain('@x.example')
  })
})
