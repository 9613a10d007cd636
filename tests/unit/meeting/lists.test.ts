import { describe, expect, it } from 'vitest'

import type { Command } from '../../../shared/meeting/commands'
import { smallPlaybook } from '../../fixtures/playbook-small'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const refusal = (outcome: ReturnType<Rehearsal['try']>) => (outcome.ok ? '' : outcome.refusal.sentence)
const slot = {
  kind: 'slot',
  heading: 'If the date comes up',
  agenda: 'Questions',
  objection: 'deadline',
  tips: [],
  timebox: 2,
} as const
const spoken = {
  kind: 'spoken',
  heading: 'Thanks',
  agenda: 'Close',
  text: 'Thank you all.',
  mustSay: ['Thank you'],
  tips: [],
  timebox: 1,
} as const

describe('the script of a meeting', () => {
  it('gains, loses and reorders cues', () => {
    const rehearsal = new Rehearsal().do({
      type: 'addCue',
      cue: { ...spoken, mustSay: [...spoken.mustSay], tips: [] },
      position: 0,
    })
    expect(rehearsal.meeting.script.map(({ id }) => id)).toEqual([idOf(1), 'open', 'deadline-slot'])
    rehearsal.do({ type: 'moveCue', cue: idOf(1), to: 99 })
    expect(rehearsal.meeting.script.map(({ id }) => id)).toEqual(['open', 'deadline-slot', idOf(1)])
    rehearsal.do({ type: 'removeCue', cue: 'open' })
    expect(rehearsal.meeting.script.map(({ id }) => id)).toEqual(['deadline-slot', idOf(1)])
  })

  it('refuses a must-say phrase that is not in the text, and a slot for nothing', () => {
    const rehearsal = new Rehearsal()
    const stray = { ...spoken, mustSay: ['never said'], tips: [] }
    expect(refusal(rehearsal.try({ type: 'addCue', cue: stray, position: 0 }))).toContain('“never said”')
    const empty = { ...slot, objection: 'nothing', tips: [] }
    expect(refusal(rehearsal.try({ type: 'addCue', cue: empty, position: 0 }))).toContain(
      'no longer prepared',
    )
  })

  it('keeps an objection that a slot waits for', () => {
    const rehearsal = new Rehearsal()
    expect(refusal(rehearsal.try({ type: 'removeExpected', objection: 'deadline' }))).toContain(
      'Remove that cue first',
    )
    rehearsal.do(
      { type: 'removeCue', cue: 'deadline-slot' },
      { type: 'removeExpected', objection: 'deadline' },
    )
    expect(rehearsal.meeting.objections).toEqual([])
  })

  it('gives a key to one prepared objection only', () => {
    const [first] = smallPlaybook.objections
    const fields = {
      text: 'who pays',
      kind: 'question',
      role: 'Finance',
      keywords: [],
      key: first?.key ?? 1,
      response: { sayFirst: 'We do.', evidence: '', questionBack: '', doNotSay: '' },
    } as const
    const command: Command = { type: 'addExpected', objection: { ...fields, keywords: [] } }
    expect(refusal(new Rehearsal().try(command))).toMatch(/^Key \d already shows/)
  })
})

describe('the plan of a meeting', () => {
  it('leads to a new date round the clock and in working hours', () => {
    const rehearsal = new Rehearsal().do(say.fact('fixTime', '4–6 hours'), say.fact('retestTime', '2 hours'))
    expect(rehearsal.meeting.plan.newDate).toBe('2026-11-24T22:00:00.000+01:00')
    rehearsal.do({ type: 'setWorkingHours', hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' } })
    expect(rehearsal.meeting.plan.newDate).toBe('2026-11-25T14:00:00.000+01:00')
    rehearsal.do({ type: 'addTask', text: 'Tell everybody', estimate: '3 hours' })
    expect(rehearsal.meeting.plan.newDate).toBe('2026-11-25T17:00:00.000+01:00')
    rehearsal.do({ type: 'setPlanDate', date: 'override', text: '1 Dec 2026 10:00' })
    expect(rehearsal.meeting.plan.newDate).toBe('2026-12-01T10:00:00.000+01:00')
    rehearsal.do({ type: 'setPlanDate', date: 'override', text: '' })
    expect(rehearsal.meeting.plan.newDate).toBe('2026-11-25T17:00:00.000+01:00')
  })

  it('keeps a task whose estimate is read aloud', () => {
    expect(refusal(new Rehearsal().try({ type: 'removeTask', task: 'fix' }))).toContain('Clear its estimate')
  })
})

describe('breaks, attendance and the end', () => {
  it('counts the time between an end by mistake and the reopening as a break, with everybody back', () => {
    const rehearsal = new Rehearsal().do(say.person('Amara Okafor'), say.start, {
      type: 'arrive',
      attendee: idOf(1),
    })
    rehearsal.do(say.end)
    const { endedAt } = rehearsal.meeting
    expect(rehearsal.meeting.attendees[0]?.present[0]?.to).toBe(endedAt)
    rehearsal.do({ type: 'reopen' })
    expect(rehearsal.meeting).toMatchObject({ status: 'live', endedAt: null })
    expect(rehearsal.meeting.breaks[0]?.from).toBe(endedAt)
    expect(rehearsal.meeting.breaks[0]?.to).not.toBeNull()
    expect(rehearsal.meeting.attendees[0]?.present).toMatchObject([{ to: null }])
  })

  it('keeps on the list who was there', () => {
    const rehearsal = new Rehearsal().do(say.person('Amara Okafor'), say.start, {
      type: 'arrive',
      attendee: idOf(1),
    })
    expect(refusal(rehearsal.try({ type: 'removeAttendee', attendee: idOf(1) }))).toContain(
      'stays on the list',
    )
    expect(refusal(rehearsal.try({ type: 'arrive', attendee: idOf(1) }))).toContain('already here')
  })
})

describe('an entry', () => {
  it('is edited in place, turned into another kind, and taken out', () => {
    const rehearsal = new Rehearsal().do(say.start, say.note('we halt'), say.note('last'))
    const draft = { kind: 'note', text: 'we stop', at: null } as const
    rehearsal.do({ type: 'editEntry', entry: idOf(2), draft })
    expect(rehearsal.meeting.notes.map(({ text }) => text)).toEqual(['we stop', 'last'])
    rehearsal.do({ type: 'editEntry', entry: idOf(2), draft: { ...draft, kind: 'decision' } })
    expect(rehearsal.meeting.notes.map(({ text }) => text)).toEqual(['last'])
    expect(rehearsal.meeting.decisions).toMatchObject([{ id: idOf(2), text: 'we stop' }])
    rehearsal.do({ type: 'removeEntry', entry: idOf(2) })
    expect(rehearsal.meeting.decisions).toEqual([])
    rehearsal.do(say.undo)
    expect(rehearsal.meeting.decisions).toMatchObject([{ text: 'we stop' }])
  })
})
