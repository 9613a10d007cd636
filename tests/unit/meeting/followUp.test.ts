import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'

import { openAgenda, proposedFollowUp, workingMoment } from '../../../shared/meeting/followUp'
import { BERLIN, idOf, Rehearsal, say } from '../../helpers/meetings'

const NOW = '2026-11-24T15:00:00.000+01:00'
const date = (text: string) => ({ type: 'setPlanDate', date: 'override', text }) as const

describe('a moment people work at', () => {
  it.each([
    ['2026-11-25T14:00:00.000+01:00', '2026-11-25T14:00:00.000+01:00'],
    ['2026-11-25T03:00:00.000+01:00', '2026-11-25T09:00:00.000+01:00'],
    ['2026-11-25T17:00:00.000+01:00', '2026-11-26T09:00:00.000+01:00'],
    ['2026-11-27T22:00:00.000+01:00', '2026-11-30T09:00:00.000+01:00'],
    ['2026-03-29T01:30:00.000+01:00', '2026-03-30T09:00:00.000+02:00'],
  ])('%s is %s', (moment, expected) => {
    expect(workingMoment(moment, null, BERLIN)).toBe(expected)
  })

  it('goes by the hours of the plan', () => {
    const saturdays = { days: [6], from: '10:00', to: '12:00' }
    expect(workingMoment('2026-11-25T14:00:00.000+01:00', saturdays, BERLIN)).toBe(
      '2026-11-28T10:00:00.000+01:00',
    )
    expect(workingMoment(NOW, { days: [1], from: '17:00', to: '09:00' }, BERLIN)).toBeNull()
  })

  it('never lies before the moment, nor at night or at a weekend', () => {
    const moments = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') })
    fc.assert(
      fc.property(moments, fc.constantFrom(BERLIN, 'America/St_Johns', 'Asia/Kathmandu'), (moment, zone) => {
        const found = workingMoment(new Date(moment).toISOString(), null, zone) ?? ''
        const at = DateTime.fromISO(found, { zone })
        expect(at.toMillis()).toBeGreaterThanOrEqual(moment)
        expect(at.weekday).toBeLessThan(6)
        expect(at.hour >= 9 && at.hour < 17).toBe(true)
      }),
    )
  })
})

describe('the follow-up that is proposed', () => {
  it('is when the plan says it is done, at the same place', () => {
    const { meeting } = new Rehearsal().do(date('27 Nov 2026 22:00'))
    expect(proposedFollowUp(meeting, NOW)).toMatchObject({
      when: '2026-11-30T09:00:00.000+01:00',
      where: 'Room 3.12',
    })
  })

  it('has no moment where the plan leads to none that is to come', () => {
    expect(proposedFollowUp(new Rehearsal().meeting, NOW).when).toBeNull()
    const { meeting } = new Rehearsal().do(date('23 Nov 2026 10:00'))
    expect(proposedFollowUp(meeting, NOW).when).toBeNull()
  })

  it('takes up what is open, without a word of it', () => {
    const { meeting } = new Rehearsal().do(
      say.start,
      say.objection('QZSECRET'),
      say.objection('QZSECRET too'),
      say.action('QZSECRET'),
      say.parking('QZSECRET'),
      { type: 'setObjectionStatus', objection: idOf(3), status: 'deferred' },
    )
    expect(openAgenda(meeting)).toBe(
      'Progress of the plan, 1 open objection, 1 deferred objection, 1 open action, 1 question in the parking lot',
    )
  })
})
