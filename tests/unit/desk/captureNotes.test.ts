import { describe, expect, it } from 'vitest'

import { captureNotes } from '../../../renderer/state/captureNotes'
import { readLine } from '../../../renderer/state/captureReading'
import { idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'

const planned = () =>
  new Rehearsal().do(
    say.person('Amara Okafor'),
    say.person('Dana Ito'),
    { type: 'setPlanDate', date: 'override', text: '27 Nov 2026 12:00' },
    say.start,
  )

function notes({ meeting }: Rehearsal, line: string) {
  const now = momentOf(20)
  return captureNotes(readLine(line, [], meeting, now), meeting, now)
}

describe('what an action is at odds with, before it is captured', () => {
  it('says that it is due after the new date of the plan, and when that is', () => {
    expect(notes(planned(), 'a call the bank by 27 nov 12:00')).toEqual([])
    expect(notes(planned(), 'a call the bank by 27 nov 12:01')).toEqual([
      'After the plan’s new date, Fri 27 Nov 2026, 12:00.',
    ])
  })

  it('says that the owner is not here, once somebody was ticked as here', () => {
    expect(notes(planned(), 'a call the bank @dana')).toEqual([])
    const taken = planned().do({ type: 'arrive', attendee: idOf(1) })
    expect(notes(taken, 'a call the bank @amara')).toEqual([])
    expect(notes(taken, 'a call the bank @dana')).toEqual(['Dana Ito is not here.'])
    taken.do({ type: 'arrive', attendee: idOf(2) }, { type: 'leave', attendee: idOf(2) })
    expect(notes(taken, 'a call the bank @dana')).toEqual(['Dana Ito is not here any more: left at 14:00.'])
  })

  it('has nothing to say of anything but an action', () => {
    const taken = planned().do({ type: 'arrive', attendee: idOf(1) })
    for (const line of ['o call the bank @dana', 'n call the bank by 27 nov 18:00', 'p the bank @dana'])
      expect(notes(taken, line)).toEqual([])
  })
})
