import { describe, expect, it } from 'vitest'

import { linksOf } from '../../../shared/meeting/links'
import { recordData } from '../../../shared/record/data'
import { linkLines } from '../../../shared/record/linkWords'
import { listFaults } from '../../../shared/record/listFaults'
import { idOf, momentOf, Rehearsal, say } from '../../helpers/meetings'

const [OBJECTION, DECISION, ACTION] = [idOf(2), idOf(3), idOf(4)]
const settles = { type: 'linkEntries', from: DECISION, to: OBJECTION } as const
const carries = { type: 'linkEntries', from: ACTION, to: DECISION } as const
const linked = () =>
  new Rehearsal().do(
    say.start,
    say.objection('too late'),
    say.decision('we halt'),
    say.action('write'),
    settles,
    carries,
  )
const recordOf = ({ meeting, log }: Rehearsal, leftOut: readonly string[] = []) =>
  recordData({ meeting, log, revision: null, leftOut, signers: [] })
const code = (rehearsal: Rehearsal, command: Parameters<Rehearsal['try']>[0]) => {
  const answer = rehearsal.try(command)
  return answer.ok ? 'accepted' : answer.refusal.code
}

describe('links between entries', () => {
  it('are made once, between kinds that fit and entries that are there', () => {
    const rehearsal = linked()
    expect(code(rehearsal, settles)).toBe('same')
    expect(code(rehearsal, { type: 'linkEntries', from: OBJECTION, to: DECISION })).toBe('kind')
    expect(code(rehearsal, { type: 'linkEntries', from: ACTION, to: OBJECTION })).toBe('kind')
    expect(code(rehearsal, { type: 'linkEntries', from: DECISION, to: idOf(40) })).toBe('unknown')
    expect(code(rehearsal, { type: 'unlinkEntries', from: DECISION, to: OBJECTION })).toBe('accepted')
    expect(code(rehearsal, { type: 'unlinkEntries', from: DECISION, to: OBJECTION })).toBe('unknown')
  })

  it('wait unseen while an end is gone or of another kind, and are there again when that is undone', () => {
    const rehearsal = linked().do({ type: 'removeEntry', entry: OBJECTION })
    expect(linksOf(rehearsal.meeting)).toMatchObject([{ from: ACTION, to: DECISION }])
    expect(linksOf(rehearsal.do(say.undo).meeting)).toHaveLength(2)
    rehearsal.do({ type: 'editEntry', entry: DECISION, draft: { kind: 'note', text: 'we halt', at: null } })
    expect(linksOf(rehearsal.meeting)).toEqual([])
    expect(linksOf(rehearsal.do(say.undo).meeting)).toHaveLength(2)
  })

  it('are printed and proven where both ends are in the record, and left out with one of them', () => {
    const data = recordOf(linked())
    expect([linkLines(data, DECISION), linkLines(data, ACTION)]).toEqual([
      ['Settles: “too late”'],
      ['Carries out: “we halt”'],
    ])
    expect(listFaults(data)).toEqual([])
    expect(listFaults({ ...data, links: [] })).toHaveLength(2)
    expect(listFaults({ ...data, links: [...data.links, { from: ACTION, to: OBJECTION }] })).toHaveLength(1)
    const without = recordOf(linked(), [OBJECTION])
    expect(without.links).toEqual([{ from: ACTION, to: DECISION }])
    expect(JSON.stringify(without)).not.toContain('too late')
    expect(listFaults(without)).toEqual([])
  })
})

describe('an entry that somebody else changed meanwhile', () => {
  const seen = { kind: 'decision', text: 'we halt', at: momentOf(3) } as const
  const mine = { kind: 'decision', text: 'mine', at: null } as const

  it('is not overwritten: who changed it and what it says now is told', () => {
    const rehearsal = linked().do({ type: 'editEntry', entry: DECISION, draft: { ...mine, text: 'theirs' } })
    expect(rehearsal.try({ type: 'editEntry', entry: DECISION, draft: mine, seen })).toEqual({
      ok: false,
      refusal: {
        code: 'changed',
        sentence: 'Sofia Marchetti changed this entry while you were writing. It now says “theirs”.',
      },
    })
    expect(code(rehearsal, { type: 'removeEntry', entry: DECISION, seen })).toBe('changed')
    expect(code(rehearsal, { type: 'editEntry', entry: DECISION, draft: mine })).toBe('accepted')
  })

  it('is changed where only its status, order or links went on', () => {
    const rehearsal = linked().do(say.decision('second'), { type: 'moveEntry', entry: DECISION, to: 1 })
    expect(rehearsal.meeting.decisions.map(({ text }) => text)).toEqual(['second', 'we halt'])
    expect(code(rehearsal, { type: 'editEntry', entry: DECISION, draft: mine, seen })).toBe('accepted')
  })
})
