import { describe, expect, it } from 'vitest'

import { corrections } from '../../../shared/meeting/corrections'
import { idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord } from '../../helpers/records'

const list = ({ log, meeting }: Rehearsal) => corrections(log, meeting)
const live = () => new Rehearsal().do(say.person('Amara Okafor'), say.start)

describe('the list of corrections', () => {
  it('is empty while nothing was put right', () => {
    expect(list(live().do(say.note('as said')))).toEqual([])
  })

  it('says what changed, from what to what, when and by whom', () => {
    const edited = live().do(say.note('ask legal'), {
      type: 'editEntry',
      entry: idOf(3),
      draft: { kind: 'action', text: 'ask legal today', at: null, owner: idOf(1), due: null },
    })
    expect(list(edited)).toEqual([
      {
        id: idOf(4),
        at: momentOf(4),
        who: 'Sofia Marchetti',
        what: 'Note corrected',
        changes: [
          { label: 'Kind', was: 'Note', is: 'Action' },
          { label: 'Text', was: 'ask legal', is: 'ask legal today' },
          { label: 'Person', was: 'nothing', is: 'Amara Okafor' },
        ],
      },
    ])
  })

  it('names what was removed or taken back, the newest first', () => {
    const removed = live().do(
      say.decision('we go'),
      { type: 'removeEntry', entry: idOf(3) },
      say.note('a slip'),
      say.undo,
    )
    expect(list(removed).map(({ what }) => what)).toEqual([
      'Note taken back: a slip',
      'Decision removed: we go',
    ])
  })

  it('counts a status as a correction only after the end', () => {
    const mark = (status: 'answered' | 'sustained') =>
      ({ type: 'setObjectionStatus', objection: idOf(3), status }) as const
    const during = live().do(say.objection('too late'), mark('answered'))
    expect(list(during)).toEqual([])
    expect(list(during.do(say.end, mark('sustained')))).toMatchObject([
      { what: 'too late', changes: [{ label: 'Status', was: 'Answered', is: 'Sustained' }] },
    ])
  })

  it('tells what was changed about a decision after the end, each detail as it was and as it is', () => {
    const ended = live().do(say.decision('we go'), say.decision('we halt'), say.end)
    const first = {
      options: ['go', 'halt'],
      outcome: 'agreed',
      positions: [{ attendee: idOf(1), position: 'objected', reason: 'too late' }],
      review: '2026-12-01T10:00:00.000+01:00',
      supersedes: idOf(3),
    } as const
    ended.do(
      {
        type: 'setDecision',
        decision: idOf(4),
        details: { ...first, options: [...first.options], positions: [...first.positions] },
      },
      {
        type: 'setDecision',
        decision: idOf(4),
        details: { ...first, options: [], outcome: 'rejected', positions: [] },
      },
      say.undo,
    )
    expect(list(ended)).toMatchObject([
      { what: 'Undone: we halt' },
      {
        what: 'we halt',
        changes: [
          { label: 'Options', was: 'go; halt', is: 'nothing' },
          { label: 'Outcome', was: 'Agreed', is: 'Rejected' },
          { label: 'Positions', was: 'Objected: Amara Okafor (“too late”)', is: 'nothing' },
        ],
      },
      {
        changes: [
          { label: 'Options', was: 'nothing', is: 'go; halt' },
          { label: 'Outcome', was: 'nothing', is: 'Agreed' },
          { label: 'Positions', was: 'nothing', is: 'Objected: Amara Okafor (“too late”)' },
          { label: 'Review', was: 'nothing', is: 'Tue 1 Dec 2026, 10:00' },
          { label: 'Takes the place of', was: 'nothing', is: 'we go' },
        ],
      },
    ])
    expect(list(ended)[0]?.changes.map(({ label, is }) => [label, is])).toContainEqual(['Outcome', 'Agreed'])
  })

  it('tells what an objection was taken for, where that was put right after the end', () => {
    const ended = live().do(say.objection('half the team is away'), say.end, {
      type: 'matchObjection',
      objection: idOf(3),
      prepared: 'deadline',
    })
    expect(list(ended)).toMatchObject([
      {
        what: 'half the team is away',
        changes: [{ label: 'Taken for', was: 'none of the prepared ones' }],
      },
    ])
  })

  it('shows what was corrected between one revision of the record and the next', () => {
    const { finalise, reopen, signOff } = onRecord
    const corrected = endedMeeting().do(finalise(), signOff('Amara Okafor'), {
      type: 'withdrawSignOff',
      signOff: idOf(12),
    })
    corrected.do(reopen, { type: 'removeEntry', entry: idOf(8) }, finalise())
    expect(list(corrected).map(({ what }) => what)).toEqual([
      'Record finalised as revision 2',
      'Note removed: legal joins',
      'Record reopened; revision 1 stays as it is',
      'Amara Okafor withdrew the sign-off of revision 1',
      'Record finalised as revision 1',
    ])
  })
})
