import { describe, expect, it } from 'vitest'

import { replay } from '../../../shared/meeting/apply'
import { mergeLogs } from '../../../shared/meeting/merge'
import { Copy } from '../../helpers/copies'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'

const BEN = idOf(1)
const DECISION = idOf(3)

function meetingOf(a: Copy, b: Copy) {
  const meeting = replay(must(mergeLogs(a.log, b.log)))
  if (meeting === null) throw new Error('There is no meeting')
  return meeting
}

/** The first copy takes Ben off the list; the other one's clock is before it or after it. */
function apart() {
  const common = new Rehearsal().do(say.person('Ben'), say.start, say.decision('we halt'))
  const without = new Copy(common.log, 1).do({ type: 'removeAttendee', attendee: BEN })
  return { without, others: [new Copy(common.log, 2, -40), new Copy(common.log, 3, 40)] }
}

describe('somebody whom one copy took off the list', () => {
  it('is on it where the other copy names them, whichever came first', () => {
    const { without, others } = apart()
    for (const other of others) {
      other.do({
        type: 'capture',
        draft: { kind: 'action', text: 'write', at: null, owner: BEN, due: null },
      })
      const meeting = meetingOf(without, other)
      expect(meeting.attendees).toMatchObject([{ id: BEN, name: 'Ben' }])
      expect(meeting.formerAttendees).toEqual([])
    }
  })

  it('is on it where the other copy says where they stand, or that they came', () => {
    const { without, others } = apart()
    const position = { attendee: BEN, position: 'agreed', reason: '' } as const
    const details = { options: [], outcome: null, positions: [position], review: null, supersedes: null }
    for (const other of others) {
      const stands = new Copy(other.log, 5, 60).do({ type: 'setDecision', decision: DECISION, details })
      expect(meetingOf(without, stands).attendees).toMatchObject([{ id: BEN }])
      other.do({ type: 'arrive', attendee: BEN })
      expect(meetingOf(without, other).attendees).toMatchObject([{ id: BEN, present: [{ to: null }] }])
    }
  })

  it('stays off it where the other copy says nothing of them', () => {
    const { without, others } = apart()
    for (const other of others)
      expect(meetingOf(without, other.do(say.note('on we go')))).toMatchObject({
        attendees: [],
        formerAttendees: [{ id: BEN }],
      })
  })

  it('cannot be taken off it while a decision says where they stand', () => {
    const { others } = apart()
    const position = { attendee: BEN, position: 'objected', reason: 'too late' } as const
    const details = { options: [], outcome: null, positions: [position], review: null, supersedes: null }
    const [copy] = others
    copy?.do({ type: 'setDecision', decision: DECISION, details })
    expect(copy?.try({ type: 'removeAttendee', attendee: BEN })).toMatchObject({
      refusal: { code: 'mentioned' },
    })
  })
})

describe('moments of two clocks', () => {
  it('never make anything end before it began', () => {
    const common = new Rehearsal().do(
      say.person('Ben'),
      say.start,
      { type: 'arrive', attendee: BEN },
      say.note('x'),
    )
    const late = new Copy(common.log, 1, -20).do({ type: 'leave', attendee: BEN })
    const [span] = late.meeting.attendees[0]?.present ?? []
    expect(span?.to).toBe(span?.from)
    expect(late.do({ type: 'undo' }).meeting.attendees[0]?.present).toMatchObject([{ to: null }])
    const { meeting } = late.do(say.end)
    expect(Date.parse(meeting.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(meeting.startedAt ?? ''))
    expect(meeting.attendees[0]?.present).toMatchObject([{ to: meeting.endedAt }])
  })

  it('leave nobody in a meeting that ended in the other copy', () => {
    const common = new Rehearsal().do(say.person('Ben'), say.start)
    const ended = new Copy(common.log, 1).do(say.end)
    const later = new Copy(common.log, 2, 30).do({ type: 'arrive', attendee: BEN })
    const { status, attendees } = meetingOf(ended, later)
    expect(status).toBe('ended')
    expect(attendees[0]?.present.every(({ to }) => to !== null)).toBe(true)
  })
})

describe('what is set as a whole', () => {
  it('is joined field by field: details, settings of the meeting and of the prompter, a fact and its source', () => {
    const common = new Rehearsal().do(say.fact('bug', 'a leak'))
    const [a, b] = [new Copy(common.log, 1), new Copy(common.log, 2, 30)]
    const { title, plannedStart, place, timeZone, settings } = common.meeting
    const details = { type: 'setDetails', title, plannedStart, place, timeZone } as const
    a.do(
      { ...details, title: 'Halt it' },
      { type: 'setSettings', settings: { ...settings, namesOnBoard: false } },
      { type: 'setFact', key: 'bug', value: 'a race', source: '' },
    )
    b.do(
      { ...details, place: 'Room 1' },
      { type: 'setSettings', settings: { ...settings, prompter: { ...settings.prompter, theme: 'light' } } },
      { type: 'setFact', key: 'bug', value: 'a leak', source: 'the on-call log' },
    )
    const meeting = meetingOf(a, b)
    expect(meeting).toMatchObject({ title: 'Halt it', place: 'Room 1' })
    expect(meeting.settings).toMatchObject({ namesOnBoard: false, prompter: { theme: 'light' } })
    expect(meeting.facts.find(({ key }) => key === 'bug')).toMatchObject({
      value: 'a race',
      source: 'the on-call log',
    })
  })

  it('leaves the script its last cue, when each copy removed another one', () => {
    const common = new Rehearsal()
    const [first, second] = common.meeting.script
    const a = new Copy(common.log, 1).do({ type: 'removeCue', cue: first?.id ?? '' })
    const b = new Copy(common.log, 2, 30).do({ type: 'removeCue', cue: second?.id ?? '' })
    expect(common.meeting.script).toHaveLength(2)
    expect(meetingOf(a, b).script).toHaveLength(1)
  })
})
