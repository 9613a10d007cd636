import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { replay } from '../../../shared/meeting/apply'
import type { Asked } from '../../helpers/asked'
import { conflictsIn } from '../../../shared/meeting/conflicts'
import { toldConflicts, toldConflictSchema } from '../../../shared/meeting/conflictWords'
import type { LogEntry } from '../../../shared/meeting/entries'
import { chainFaults } from '../../../shared/meeting/log'
import { mergeLogs } from '../../../shared/meeting/merge'
import { commandKeeping } from '../../../shared/meeting/settle'
import { Copy } from '../../helpers/copies'
import { draftArb } from '../../helpers/histories'
import { idOf, must, Rehearsal, say } from '../../helpers/meetings'

function joined(a: Copy, b: Copy): Copy {
  return new Copy(must(mergeLogs(a.log, b.log)), 9, 100)
}

function told({ meeting, log }: { readonly meeting: Copy['meeting']; readonly log: readonly LogEntry[] }) {
  return toldConflicts(meeting, log).map(({ what, field, sides }) => [
    what,
    field,
    ...sides.map(({ text }) => text),
  ])
}

function two() {
  const common = new Rehearsal().do(say.start, say.decision('we halt'), say.action('write to customers'))
  return { a: new Copy(common.log, 1), b: new Copy(common.log, 2, 30) }
}

const edit = (text: string) =>
  ({ type: 'editEntry', entry: idOf(2), draft: { kind: 'decision', text, at: null } }) as const

const ids = fc.constantFrom(idOf(2), idOf(3), idOf(4))
const contraryArb: fc.Arbitrary<Asked> = fc.oneof(
  fc.tuple(ids, draftArb).map(([entry, draft]): Asked => ({ type: 'editEntry', entry, draft })),
  ids.map((entry): Asked => ({ type: 'removeEntry', entry })),
  fc.constantFrom<Asked>(
    { type: 'setActionStatus', action: idOf(3), status: 'done' },
    { type: 'setActionStatus', action: idOf(3), status: 'dropped' },
    { type: 'setObjectionStatus', objection: idOf(4), status: 'answered' },
    { type: 'setObjectionStatus', objection: idOf(4), status: 'deferred' },
    say.fact('bug', 'a leak'),
    say.fact('bug', 'a race'),
    { type: 'setChecklistItem', item: 'people', done: true },
    { type: 'editTask', task: 'fix', text: 'mend it', estimate: '4 hours' },
    { type: 'editTask', task: 'fix', text: 'fix it', estimate: '5 hours' },
    { type: 'removeTask', task: 'fix' },
    { type: 'setPlanDate', date: 'override', text: '25 Nov 2026 14:00' },
    { type: 'setPlanDate', date: 'override', text: '26 Nov 2026 14:00' },
  ),
)
/** Two copies in which people work on the same few things. */
const contraryCopiesArb = fc
  .tuple(
    fc.array(contraryArb, { minLength: 2, maxLength: 8 }),
    fc.array(contraryArb, { minLength: 2, maxLength: 8 }),
    fc.integer({ min: -9, max: 9 }),
  )
  .map(([left, right, skew]) => {
    const common = new Rehearsal().do(
      say.start,
      say.decision('we halt'),
      say.action('write'),
      say.objection('too late'),
    )
    const copies = [new Copy(common.log, 1), new Copy(common.log, 2, skew)] as const
    for (const command of left) copies[0].try(command)
    for (const command of right) copies[1].try(command)
    return copies
  })

describe('differences between copies', () => {
  it('are there where both set a field to something else, the one that stands last', () => {
    const { a, b } = two()
    a.do(edit('we halt the release'), { type: 'setActionStatus', action: idOf(3), status: 'done' })
    b.do(edit('we stop'), { type: 'setActionStatus', action: idOf(3), status: 'dropped' })
    expect(told(joined(a, b))).toEqual([
      ['Decision “we stop”', 'Text', 'we halt the release', 'we stop'],
      ['Action “write to customers”', 'Status', 'done', 'dropped'],
    ])
  })

  it('are none where both said the same, or changed other fields, or nothing was joined', () => {
    const { a, b } = two()
    a.do(edit('we stop'), say.fact('bug', 'a leak'))
    b.do(edit('we stop'), say.fact('fixTime', '4 hours'))
    expect(told(joined(a, b))).toEqual([])
    expect(conflictsIn(a.meeting, a.log)).toEqual([])
  })

  it('name what one removed and the other changed; it stays until that is settled', () => {
    const { a, b } = two()
    a.do({ type: 'removeEntry', entry: idOf(2) })
    b.do(edit('we stop'))
    const both = joined(a, b)
    expect(told(both)).toEqual([['Decision “we stop”', 'Kept or removed', 'Removed', 'Kept, with a change']])
    const [conflict] = conflictsIn(both.meeting, both.log)
    const removal = conflict && commandKeeping(both.meeting, conflict, conflict.sides[0] as never)
    expect(removal).toMatchObject({ type: 'removeEntry', entry: idOf(2) })
    both.do(removal as never)
    expect(both.meeting.decisions).toEqual([])
    expect(told(both)).toEqual([])
  })

  it('are settled by keeping either side, or by any later change of that field', () => {
    const { a, b } = two()
    a.do(edit('we halt the release'))
    b.do(edit('we stop'))
    for (const side of [0, 1]) {
      const both = joined(a, b)
      const [conflict] = conflictsIn(both.meeting, both.log)
      const kept = conflict?.sides[side]
      const command = conflict && kept ? commandKeeping(both.meeting, conflict, kept) : null
      both.do(command as never)
      expect(both.meeting.decisions[0]?.text).toBe(kept?.value)
      expect(told(both)).toEqual([])
      if (side === 1) expect(both.try(command as never)).toMatchObject({ refusal: { code: 'unknown' } })
    }
    expect(told(joined(a, b).do(edit('something else')))).toEqual([])
  })

  it('come back when two people settle them apart, each in another way', () => {
    const { a, b } = two()
    const first = joined(a.do(edit('one')), b.do(edit('two')))
    const [conflict] = conflictsIn(first.meeting, first.log)
    const [left, right] = [new Copy(first.log, 4, 200), new Copy(first.log, 5, 300)]
    for (const [index, copy] of [left, right].entries()) {
      const side = conflict?.sides[index]
      copy.do((conflict && side ? commandKeeping(copy.meeting, conflict, side) : null) as never)
    }
    expect(told(joined(left, right))).toHaveLength(1)
  })

  it('can always be told and, each after the other, be settled, in any history', () => {
    let found = 0
    fc.assert(
      fc.property(contraryCopiesArb, fc.nat(1), ([a, b], pick) => {
        const merged = mergeLogs(a.log, b.log)
        if (!merged.ok) return
        const both = new Copy(merged.value, 9, 100)
        expect(chainFaults(both.log)).toEqual([])
        const all = toldConflicts(both.meeting, both.log)
        expect(toldConflictSchema.array().safeParse(all).error).toBeUndefined()
        for (const { key } of all) {
          const conflict = conflictsIn(both.meeting, both.log).find((each) => each.key === key)
          if (conflict === undefined) continue
          found += 1
          const sides = conflict.sides
          const side = sides[pick % sides.length] ?? sides[0]
          const command = side === undefined ? null : commandKeeping(both.meeting, conflict, side)
          expect(command, `${conflict.key} can be kept`).not.toBeNull()
          if (command === null || !both.try(command).ok) continue
          const open = conflictsIn(both.meeting, both.log).map((each) => each.key)
          expect(open).not.toContain(key)
        }
        expect(replay(both.log)).toStrictEqual(both.meeting)
      }),
      { numRuns: 200 },
    )
    expect(found).toBeGreaterThan(40)
  })
})
