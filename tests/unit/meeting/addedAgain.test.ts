import { describe, expect, it } from 'vitest'

import { takenOver } from '../../../shared/meeting/addedAgain'
import { capturedItem } from '../../../shared/meeting/lists'
import { idOf, Rehearsal, say } from '../../helpers/meetings'

const [BEN, OBJECTION, DECISION, ACTION] = [idOf(1), idOf(3), idOf(4), idOf(5)]

describe('an entry that is added again', () => {
  it('takes over positions, outcome and links of the one that is gone', () => {
    const rehearsal = new Rehearsal().do(
      say.person('Ben'),
      say.start,
      say.objection('too late'),
      say.decision('we halt'),
      say.action('write'),
      {
        type: 'setDecision',
        decision: DECISION,
        details: {
          options: ['ship'],
          outcome: 'agreed',
          positions: [{ attendee: BEN, position: 'objected', reason: 'too late' }],
          review: null,
          supersedes: null,
        },
      },
      { type: 'linkEntries', from: DECISION, to: OBJECTION },
      { type: 'linkEntries', from: ACTION, to: DECISION },
    )
    const gone = capturedItem(rehearsal.meeting, DECISION)
    rehearsal.do({ type: 'removeEntry', entry: DECISION }, say.decision('we halt now'))
    const id = rehearsal.meeting.decisions[0]?.id ?? ''
    if (gone === null) throw new Error('There was no decision')
    rehearsal.do(...takenOver(rehearsal.meeting, gone, id))
    expect(rehearsal.meeting.decisions).toMatchObject([
      { id, text: 'we halt now', options: ['ship'], outcome: 'agreed', positions: [{ attendee: BEN }] },
    ])
    expect(rehearsal.meeting.links).toEqual(
      expect.arrayContaining([
        { from: id, to: OBJECTION },
        { from: ACTION, to: id },
      ]),
    )
  })

  it('takes over the status of an action', () => {
    const rehearsal = new Rehearsal().do(say.start, say.action('write'))
    rehearsal.do({ type: 'setActionStatus', action: idOf(2), status: 'done' })
    const gone = capturedItem(rehearsal.meeting, idOf(2))
    expect(gone === null ? [] : takenOver(rehearsal.meeting, gone, idOf(9))).toEqual([
      { type: 'setActionStatus', action: idOf(9), status: 'done' },
    ])
  })
})
