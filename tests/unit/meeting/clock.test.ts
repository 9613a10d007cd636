import { describe, expect, it } from 'vitest'

import {
  againstPlan,
  breakSoFar,
  clockOf,
  elapsed,
  minutesOf,
  plannedMinutes,
} from '../../../shared/meeting/clock'
import { Rehearsal, say } from '../../helpers/meetings'

const at = (time: string) => `2026-11-24T${time}.000+01:00`
const ms = (time: string) => Date.parse(at(time))
const times = (
  startedAt: string | null,
  endedAt: string | null,
  ...breaks: { from: string; to: string | null }[]
) => ({ startedAt, endedAt, breaks })

describe('the clock of a meeting', () => {
  it('stands at nothing before the start, and never runs backwards', () => {
    expect(elapsed(times(null, null), ms('14:00:00'))).toBe(0)
    expect(elapsed(times(at('14:00:00'), null), ms('13:00:00'))).toBe(0)
  })

  it('is worked out from moments, so hours of sleep count at once', () => {
    expect(clockOf(elapsed(times(at('14:00:00'), null), ms('17:32:05')))).toBe('03:32:05')
  })

  it('leaves breaks out, also the one that is on', () => {
    const over = times(at('14:00:00'), null, { from: at('14:10:00'), to: at('14:15:00') })
    expect(clockOf(elapsed(over, ms('14:20:00')))).toBe('00:15:00')
    const on = times(at('14:00:00'), null, { from: at('14:10:00'), to: null })
    expect(clockOf(elapsed(on, ms('14:20:00')))).toBe('00:10:00')
    expect(clockOf(elapsed(on, ms('15:20:00')))).toBe('00:10:00')
    expect(minutesOf(breakSoFar(on, ms('14:20:05')) ?? 0)).toBe('10:05')
  })

  it('keeps clocks at one width', () => {
    expect([0, 872_900, 36_000_000, -5_000].map(clockOf)).toEqual([
      '00:00:00',
      '00:14:32',
      '10:00:00',
      '00:00:00',
    ])
  })

  it('leaves out the gap before a meeting that went on after its end', () => {
    const { meeting } = new Rehearsal().do(say.start, { type: 'end' }, { type: 'reopen' })
    const [gap] = meeting.breaks
    const started = Date.parse(meeting.startedAt ?? '')
    const rested = Date.parse(gap?.to ?? '') - Date.parse(gap?.from ?? '')
    expect(elapsed(meeting, started + rested + 60_000)).toBe(60_000)
  })

  it('stops at the end, whatever the time is', () => {
    const ended = times(at('14:00:00'), at('14:30:00'), { from: at('14:10:00'), to: at('14:15:00') })
    expect(clockOf(elapsed(ended, ms('20:00:00')))).toBe('00:25:00')
    expect(breakSoFar(ended, ms('20:00:00'))).toBeNull()
  })

  it('follows pause and resume', () => {
    const { meeting } = new Rehearsal().do(say.start, { type: 'pause' })
    expect(breakSoFar(meeting, Date.parse(meeting.breaks[0]?.from ?? '') + 3_000)).toBe(3_000)
    const on = new Rehearsal().do(say.start, { type: 'pause' }, { type: 'resume' }).meeting
    expect(breakSoFar(on, Date.now())).toBeNull()
  })
})

describe('the plan of the time', () => {
  it('adds up the timeboxes', () => {
    expect(plannedMinutes(new Rehearsal().meeting)).toBe(5)
  })

  it.each([
    [10, 0, '10 min left'],
    [10, 9.2, '1 min left'],
    [10, 9.8, 'on time'],
    [10, 10.9, 'on time'],
    [10, 11, '1 min over'],
    [10, 14.6, '4 min over'],
  ])('%d minutes planned, %d spent: %s', (planned, spent, words) => {
    expect(againstPlan(planned, spent * 60_000)).toBe(words)
  })
})
