import { describe, expect, it } from 'vitest'

import { recordData } from '../../../shared/record/data'
import { draftFile } from '../../../shared/record/file'
import { recordDataSchema, type RecordData } from '../../../shared/record/schema'
import { idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord, recordOf } from '../../helpers/records'

const { finalise, reopen, signOff } = onRecord
const draft = ({ meeting, log }: Rehearsal) => draftFile(meeting, log).record
const told = ({ log }: RecordData) => log.map(({ what }) => what)
const digested = ({ log }: RecordData) => log.filter((entry) => 'digest' in entry).map(({ what }) => what)
const raised = () => new Rehearsal().do(say.start, say.objection('the deadline is tight'))
const SHOW = { type: 'showResponse', objection: 'deadline' } as const
const answers = (rehearsal: Rehearsal) => draft(rehearsal).objections.map(({ answer }) => answer)

describe('record data', () => {
  it('has the shape of its schema and nothing that no schema names', () => {
    const data = recordOf(endedMeeting().do(finalise())).record
    expect(recordDataSchema.parse(data)).toStrictEqual(data)
  })

  it('is the public view, with people by their names and without addresses', () => {
    const data = recordOf(endedMeeting().do(finalise([], [idOf(1)]))).record
    expect(data).toMatchObject({
      meeting: { title: 'Halt release 4.2', status: 'finalised', language: 'en' },
      bottomLine: 'We stop the release: a memory leak.',
      objections: [{ text: 'the deadline is tight', who: 'Amara Okafor', kind: 'objection' }],
      decisions: [{ text: 'we halt' }],
      actions: [{ text: 'write to customers', owner: 'Amara Okafor', status: 'open' }],
      attendees: [{ name: 'Amara Okafor', role: 'Product Manager', organisation: 'Northlight', present: [] }],
      signers: [{ name: 'Amara Okafor', role: 'Product Manager' }],
      revision: { number: 1, at: momentOf(11), supersedes: null },
    })
    expect(JSON.stringify(data)).not.toContain('@')
  })

  it('begins its log at the start of the meeting; a meeting that has not started has none', () => {
    expect(told(draft(endedMeeting()))[0]).toBe('Meeting started')
    expect(draft(new Rehearsal().do(say.fact('bug', 'x'))).log).toEqual([])
  })

  it('leaves out what is chosen, and says how much and where', () => {
    const data = recordOf(endedMeeting().do(finalise([idOf(8), idOf(7), idOf(4)]))).record
    expect(data).toMatchObject({ notes: [], actions: [], objections: [], leftOut: 3 })
    expect(digested(data)).toEqual([
      'An objection, left out of this record',
      'A prepared response was shown',
      'An action, left out of this record',
      'A note, left out of this record',
    ])
  })

  it('tells what became of an objection and an action by their texts', () => {
    const data = draft(
      endedMeeting().do(
        { type: 'setObjectionStatus', objection: idOf(4), status: 'sustained' },
        { type: 'setActionStatus', action: idOf(7), status: 'dropped' },
      ),
    )
    expect(told(data).slice(-2)).toEqual([
      '“the deadline is tight” is now sustained',
      '“write to customers” is now dropped',
    ])
  })

  it('tells what was taken back, removed or turned into something else without its text', () => {
    const data = draft(
      new Rehearsal().do(
        say.start,
        say.objection('typed by mistake'),
        { type: 'setObjectionStatus', objection: idOf(2), status: 'answered' },
        say.undo,
        say.undo,
        say.action('said in anger'),
        {
          type: 'editEntry',
          entry: idOf(6),
          draft: { kind: 'note', text: 'said calmly', at: null },
        },
        { type: 'removeEntry', entry: idOf(6) },
      ),
    )
    expect(told(data)).toEqual([
      'Meeting started',
      'An objection, later taken back',
      'An objection, later taken back, got another status',
      'An objection, later taken back, got another status, by undo',
      'An objection was taken back',
      'An action, later removed',
      'An action was corrected, later removed',
      'A note was removed',
    ])
    expect(digested(data)).toHaveLength(7)
  })

  it('quotes what still stands in short, and what was corrected in full', () => {
    const long = `${'once upon a time '.repeat(12)}the end`
    const edited = new Rehearsal().do(say.start, say.note(long), {
      type: 'editEntry',
      entry: idOf(2),
      draft: { kind: 'decision', text: long.toUpperCase(), at: null },
    })
    const [, before, after] = told(draft(edited))
    expect(before).toBe(`Note: “${long}”`)
    expect(after).toMatch(/^Note turned into a decision: “ONCE UPON.{1,99}…”$/)
  })

  it('says of every change of plan and details what it was before', () => {
    const data = draft(
      new Rehearsal().do(
        say.start,
        { type: 'editTask', task: 'fix', text: 'Mend it', estimate: '2–3 hours' },
        { type: 'setPlanDate', date: 'override', text: '26 Nov 2026 10:00' },
        { type: 'setDetails', title: 'Halt 4.2', plannedStart: null, place: '', timeZone: 'UTC' },
      ),
    )
    expect(told(data).slice(1)).toEqual([
      'Plan: “Mend it”, 2–3 hours (was “Fix it”, no estimate)',
      'New date set to Thu 26 Nov 2026, 09:00 (was none)',
      'Details changed: title: “Halt 4.2” (was “Halt release 4.2”), place: none (was “Room 3.12”), time zone: UTC (was Europe/Berlin), planned start: none (was Tue 24 Nov 2026, 13:00)',
    ])
    expect(digested(data)).toEqual([])
  })

  it('digests a follow-up that was set anew, and what an earlier revision was signed off with', () => {
    const followUp = { when: '2026-11-25T09:00:00.000+01:00', where: 'elsewhere', agenda: '' }
    const rehearsal = endedMeeting().do(finalise(), signOff('Amara Okafor'), reopen, {
      type: 'setFollowUp',
      followUp,
    })
    const data = recordOf(rehearsal.do(finalise()), 2).record
    expect(digested(data).slice(1)).toEqual([
      'Follow-up set for Wed 25 Nov 2026, 09:00',
      'Amara Okafor signed off revision 1',
      'Follow-up set for Wed 25 Nov 2026, 09:00',
    ])
    expect(told(data)).toContain('Record finalised as revision 1')
    expect(JSON.stringify(data)).not.toContain('Room 4')
  })

  it('digests a body that holds what this program does not know', () => {
    const { meeting, log } = endedMeeting()
    const last = log.findIndex(({ body }) => body.type === 'decision.captured')
    const strange = log.map((entry, index) =>
      index === last ? { ...entry, body: { ...entry.body, why: 'SECRET' } } : entry,
    )
    const data = recordData({ meeting, log: strange, revision: null, leftOut: [], signers: [] })
    expect(digested(data)).toContain('Decision: “we halt”')
    expect(JSON.stringify(data)).not.toContain('SECRET')
  })
})

describe('the answer to an objection', () => {
  it('is the prepared one that was shown, filled as it was read out, without what is private', () => {
    const data = draft(endedMeeting())
    expect(data.objections[0]?.answer).toEqual({
      at: momentOf(5),
      sayFirst: 'I hear you.',
      evidence: 'The fix takes to be confirmed.',
    })
    expect(JSON.stringify(data)).not.toMatch(/Calm down|What would help/)
  })

  it('is none while it was not shown, or shown before the meeting only', () => {
    expect(answers(raised())).toEqual([null])
    expect(answers(new Rehearsal().do(SHOW, say.start, say.objection('the deadline is tight')))).toEqual([
      null,
    ])
  })

  it('is none for an objection that is not the prepared one', () => {
    expect(answers(new Rehearsal().do(say.start, say.objection('too dear'), SHOW))).toEqual([null])
  })

  it('may be shown before the note-taker has typed the objection', () => {
    const rehearsal = new Rehearsal().do(say.start, SHOW, say.objection('the deadline is tight'))
    expect(answers(rehearsal)).toMatchObject([{ at: momentOf(2) }])
  })

  it('that was shown once answers those who had raised it, and nobody who raises it later', () => {
    const deadline = say.objection('the deadline is tight')
    const rehearsal = new Rehearsal().do(say.start, deadline, deadline, SHOW, deadline)
    expect(answers(rehearsal)).toMatchObject([{ at: momentOf(4) }, { at: momentOf(4) }, null])
    expect(answers(rehearsal.do(SHOW))).toMatchObject([{}, {}, { at: momentOf(6) }])
  })

  it('stays as it was shown, whatever is prepared or found out later', () => {
    const changed = raised().do(SHOW, say.fact('fixTime', '4–6 hours'), {
      type: 'editExpected',
      id: 'deadline',
      objection: {
        text: 'The deadline is tight.',
        kind: 'objection',
        role: 'Product Manager',
        keywords: ['deadline'],
        key: 1,
        response: { sayFirst: 'SECRET', evidence: 'SECRET', questionBack: '', doNotSay: '' },
      },
    })
    expect(answers(changed)).toEqual(answers(raised().do(SHOW)))
  })
})
