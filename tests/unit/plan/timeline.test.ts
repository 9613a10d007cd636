import { describe, expect, it } from 'vitest'

import { ticksOf } from '../../../shared/plan/ticks'
import { timelineOf } from '../../../shared/plan/timeline'

const BERLIN = 'Europe/Berlin'
const at = (moment: string) => Date.parse(`${moment}:00+01:00`)
const axis = (from: string, to: string) => ({ from: at(from), to: at(to) })

const PLAN = {
  start: '2026-11-24T14:00:00.000+01:00',
  workingHours: null,
  originalDate: '2026-11-25T14:00:00.000+01:00',
  newDate: '2026-12-01T10:00:00.000+01:00',
  tasks: [{ estimate: { min: 16, max: 24 } }, { estimate: { min: 4, max: 6 } }],
}

describe('a plan in time', () => {
  it('has its tasks after each other, from start to the later of its end and its dates', () => {
    const { axis: span, spans } = timelineOf(PLAN, BERLIN)
    expect(span).toEqual(axis('2026-11-24T14:00', '2026-12-01T10:00'))
    expect(spans).toEqual([
      { from: at('2026-11-24T14:00'), least: at('2026-11-25T06:00'), most: at('2026-11-25T14:00') },
      { from: at('2026-11-25T14:00'), least: at('2026-11-25T18:00'), most: at('2026-11-25T20:00') },
    ])
  })

  it('ends where it is not known how long a task takes', () => {
    const [first, second] = PLAN.tasks
    const tasks = [first, undefined, second].map((task) => task ?? { estimate: null })
    const { axis: span, spans } = timelineOf({ ...PLAN, originalDate: null, newDate: null, tasks }, BERLIN)
    expect(span).toEqual(axis('2026-11-24T14:00', '2026-11-25T14:00'))
    expect(spans.map((each) => each !== null)).toEqual([true, false, false])
  })

  it('passes in working hours where it has them', () => {
    const hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
    const { spans } = timelineOf(
      { ...PLAN, workingHours: hours, tasks: [{ estimate: { min: 3, max: 4 } }] },
      BERLIN,
    )
    expect(spans).toEqual([
      { from: at('2026-11-24T14:00'), least: at('2026-11-24T17:00'), most: at('2026-11-25T10:00') },
    ])
  })

  it('has dates alone without a start, and no axis where there is no span of time', () => {
    const unstarted = { ...PLAN, start: null }
    expect(timelineOf(unstarted, BERLIN)).toEqual({
      axis: axis('2026-11-25T14:00', '2026-12-01T10:00'),
      spans: [null, null],
    })
    expect(timelineOf({ ...unstarted, originalDate: null }, BERLIN).axis).toBeNull()
    expect(timelineOf({ ...unstarted, originalDate: null, newDate: null }, BERLIN).axis).toBeNull()
  })
})

describe('the ticks of an axis', () => {
  const labels = (from: string, to: string) => ticksOf(axis(from, to), BERLIN, 6).map(({ label }) => label)

  it('are round hours, a midnight with its day', () => {
    expect(labels('2026-11-24T14:00', '2026-11-24T18:30')).toEqual([
      '14:00',
      '15:00',
      '16:00',
      '17:00',
      '18:00',
    ])
    expect(labels('2026-11-24T14:00', '2026-11-25T20:00')).toEqual([
      '18:00',
      'Wed 25',
      '06:00',
      '12:00',
      '18:00',
    ])
  })

  it('are days, then weeks, then months', () => {
    expect(labels('2026-11-24T14:00', '2026-11-28T10:00')).toEqual(['Wed 25', 'Thu 26', 'Fri 27', 'Sat 28'])
    expect(labels('2026-11-24T14:00', '2026-12-01T10:00')).toEqual(['Thu 26', 'Sat 28', 'Mon 30'])
    expect(labels('2026-11-24T14:00', '2026-12-24T10:00')).toEqual(['30 Nov', '7 Dec', '14 Dec', '21 Dec'])
    expect(labels('2026-11-24T14:00', '2029-12-24T10:00').length).toBeLessThanOrEqual(7)
  })

  it('stay on the clocks of the zone when those are put forward', () => {
    const from = Date.parse('2026-03-28T20:00:00+01:00')
    const ticks = ticksOf({ from, to: from + 30 * 3_600_000 }, BERLIN, 6)
    expect(ticks.map(({ label }) => label)).toEqual(['Sun 29', '06:00', '12:00', '18:00', 'Mon 30'])
  })

  it('name an hour once that the clocks leave out', () => {
    const from = Date.parse('2026-03-29T00:00:00+01:00')
    const ticks = ticksOf({ from, to: from + 4 * 3_600_000 }, BERLIN, 4)
    expect(ticks.map(({ label }) => label)).toEqual(['Sun 29', '01:00', '03:00', '04:00', '05:00'])
  })

  it('are few on an axis of centuries', () => {
    expect(ticksOf({ from: 0, to: Date.parse('9999-12-31T00:00:00Z') }, 'UTC', 6).length).toBeLessThan(12)
  })
})
