import { describe, expect, it } from 'vitest'

import { mergeLogs } from '../../../shared/meeting/merge'
import { Copy } from '../../helpers/copies'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'

describe('decisions that two copies read back, each its own', () => {
  it('keep both sentences, and the newer one stays before the room when the other is through', () => {
    const common = new Rehearsal().do(say.start, say.decision('we halt'), say.decision('we ship on Monday'))
    const [halt, ship] = [idOf(2), idOf(3)]
    const read = new Copy(common.log, 1).do(
      { type: 'readBack', decision: halt },
      { type: 'closeReadBack', answers: null },
    )
    for (const skew of [0, 30]) {
      const reading = new Copy(common.log, 2, skew).do({ type: 'readBack', decision: ship })
      const both = new Copy(must(mergeLogs(read.log, reading.log)), 9, 200)
      expect(both.meeting.readBack).toMatchObject({ decision: ship, text: 'we ship on Monday' })
      both.do({ type: 'closeReadBack', answers: { positions: [], outcome: 'agreed' } })
      expect(both.meeting.readBack).toBeNull()
      expect(both.meeting.decisions).toMatchObject([
        { readBacks: [{ text: 'we halt' }], outcome: null },
        { readBacks: [{ text: 'we ship on Monday' }], outcome: 'agreed' },
      ])
    }
  })
})
