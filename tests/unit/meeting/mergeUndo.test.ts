import { describe, expect, it } from 'vitest'

import { mergeLogs } from '../../../shared/meeting/merge'
import { Copy } from '../../helpers/copies'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'

const edit = (text: string) =>
  ({ type: 'editEntry', entry: idOf(3), draft: { kind: 'decision', text, at: null } }) as const

/** Both copies edited one decision; before that the first one captured a note, after it neither did anything. */
function joined() {
  const common = new Rehearsal().do(say.start, say.note('before'), say.decision('we halt'))
  const a = new Copy(common.log, 1).do(say.note('here'), edit('we halt the release'))
  const b = new Copy(common.log, 2, 30).do(edit('we stop'))
  return new Copy(must(mergeLogs(a.log, b.log)), 9, 100)
}

describe('undo after copies were joined', () => {
  it('passes over a change that the other copy made something else of, and goes on to the next', () => {
    const both = joined()
    expect(both.meeting.decisions[0]?.text).toBe('we stop')
    expect(both.do(say.undo).meeting.decisions[0]?.text).toBe('we halt')
    expect(both.do(say.undo).meeting.notes.map(({ text }) => text)).toEqual(['before'])
    expect(both.do(say.redo).meeting.notes.map(({ text }) => text)).toEqual(['before', 'here'])
    both.do(say.undo, say.undo, say.undo)
    expect(both.meeting).toMatchObject({ decisions: [], notes: [] })
  })

  it('ends with the reason why what is left cannot be taken back', () => {
    const both = joined()
    let answer = both.try(say.undo)
    for (let n = 0; answer.ok && n < 20; n += 1) answer = both.try(say.undo)
    expect(answer).toMatchObject({ refusal: { code: 'changed' } })
  })
})
