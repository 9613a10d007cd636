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
