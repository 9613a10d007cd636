import { describe, expect, it } from 'vitest'

import { conflictsIn } from '../../../shared/meeting/conflicts'
import { toldConflicts } from '../../../shared/meeting/conflictWords'
import { mergeLogs } from '../../../shared/meeting/merge'
import { commandKeeping } from '../../../shared/meeting/settle'
import type { Asked } from '../../helpers/asked'
import { Copy } from '../../helpers/copies'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'

const BEN = idOf(1)
const DECISION = idOf(3)

function apart(left: readonly Asked[], right: readonly Asked[]): Copy {
  const common = new Rehearsal().do(say.person('Ben'), say.start, say.decision('we halt'))
  const [a, b] = [new Copy(common.log, 1).do(...left), new Copy(common.log, 2, 30).do(...right)]
  return new Copy(must(mergeLogs(a.log, b.log)), 9, 200)
}

function told({ meeting, log }: Copy) {
  return toldConflicts(meeting, log).map(({ what, field, sides }) => [
    what,
    field,
    ...sides.map(({ text }) => text),
  ])
}

/** Keeps the side of that place of the only difference there is. */
function keep(both: Copy, place: number): Copy {
  const [conflict] = conflictsIn(both.meeting, both.log)
  const side = conflict?.sides[place]
  const command = conflict && side ? commandKeeping(both.meeting, conflict, side) : null
  return command === null ? both : both.do(command)
}

const captureNote: Asked = say.note('we talked on')

describe('what copies did apart', () => {
  it('names that one ended while the other went on, and either may be kept', () => {
    const both = () => apart([say.end], [captureNote])
    expect(told(both())).toEqual([
      ['Meeting “Halt release 4.2”', 'End of the meeting', 'It went on after that', 'It ended'],
    ])
    expect(keep(both(), 0).meeting.status).toBe('live')
    const ended = keep(both(), 1)
    expect(ended.meeting.status).toBe('ended')
    expect(told(ended)).toEqual([])
  })

  it('says nothing of an end where both ended, or nothing was said after it', () => {
    expect(told(apart([say.end], [captureNote, say.end]))).toEqual([])
    expect(told(apart([captureNote], [say.end]))).toEqual([])
  })

  it('names two of one name, which may be two people', () => {
    const both = () => apart([say.person('Dana Kim')], [say.person('dana kim ')])
    expect(told(both())).toEqual([
      ['Person “dana kim”', 'Added in both copies', 'One person', 'Two people of one name'],
    ])
    expect(keep(both(), 0).meeting.attendees.map(({ name }) => name)).toEqual(['Ben', 'Dana Kim'])
    const two = keep(both(), 1)
    expect(two.meeting.attendees).toHaveLength(3)
    expect(told(two)).toEqual([])
  })

  it('names a decision that one turned into a note while the other said what became of it', () => {
    const detailed: Asked = {
      type: 'setDecision',
      decision: DECISION,
      details: { options: [], outcome: 'agreed', positions: [], review: null, supersedes: null },
    }
    const noted: Asked = {
      type: 'editEntry',
      entry: DECISION,
      draft: { kind: 'note', text: 'we halt', at: null },
    }
    for (const both of [apart([detailed], [noted]), apart([noted], [detailed])]) {
      expect(told(both)).toEqual([['Note “we halt”', 'Kind', 'Decision, with what was said of it', 'Note']])
      expect(keep(both, 0).meeting.decisions).toMatchObject([{ text: 'we halt' }])
      expect(told(both)).toEqual([])
    }
  })

  it('names somebody whom one took off the list and the other named; they stay', () => {
    const draft = { kind: 'action', text: 'write', at: null, owner: BEN, due: null } as const
    const both = apart([{ type: 'removeAttendee', attendee: BEN }], [{ type: 'capture', draft }])
    expect(told(both)).toEqual([['Person “Ben”', 'Kept or removed', 'Removed', 'Kept, with a change']])
    expect(told(keep(both, 1))).toEqual([])
  })

  it('names settings and the source of a fact', () => {
    const { settings } = new Rehearsal().meeting
    const set = (boardDelay: number): Asked => ({
      type: 'setSettings',
      settings: { ...settings, boardDelay },
    })
    const from = (source: string): Asked => ({ type: 'setFact', key: 'bug', value: '', source })
    const both = apart([set(3), from('a log')], [set(5), from('a call')])
    expect(told(both)).toEqual([
      ['Settings of the meeting', 'Delay of the Board in seconds', '3', '5'],
      [expect.stringContaining('Fact'), 'Source', 'a log', 'a call'],
    ])
    expect(keep(both, 0).meeting.settings.boardDelay).toBe(3)
    expect(keep(both, 0).meeting.facts.find(({ key }) => key === 'bug')?.source).toBe('a log')
    expect(told(both)).toEqual([])
  })
})
