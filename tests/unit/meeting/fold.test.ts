import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { apply, fold, replay } from '../../../shared/meeting/apply'
import type { LogEntry } from '../../../shared/meeting/entries'
import type { Meeting } from '../../../shared/meeting/schema'
import { historyArb } from '../../helpers/histories'
import { busyMeeting, frozen, idOf, must, Rehearsal, say } from '../../helpers/meetings'

/** Entry by entry, each meeting frozen: nothing may be changed in place there. */
function oneByOne(meeting: Meeting | null, entries: readonly LogEntry[]): Meeting | null {
  return entries.reduce<Meeting | null>((before, entry) => frozen(apply(before, entry)), meeting)
}

describe('folding a log', () => {
  it('gives what applying its entries one by one gives, for any history', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        expect(replay(rehearsal.log)).toStrictEqual(oneByOne(null, rehearsal.log))
        expect(replay(rehearsal.log)).toStrictEqual(rehearsal.meeting)
      }),
      { numRuns: 200 },
    )
  })

  it('goes on from any entry, and leaves the meeting it went on from as it was', () => {
    fc.assert(
      fc.property(historyArb, fc.nat(24), (commands, split) => {
        const rehearsal = new Rehearsal()
        for (const command of commands) rehearsal.try(command)
        const { log } = rehearsal
        const at = 1 + (split % log.length)
        const before = frozen(oneByOne(null, log.slice(0, at)))
        expect(fold(before, log.slice(at))).toStrictEqual(rehearsal.meeting)
      }),
      { numRuns: 200 },
    )
  })

  it('shares no list between two folds of the same entries', () => {
    const { log } = busyMeeting()
    const first = replay(log)
    const kept = structuredClone(first)
    const more = new Rehearsal().do(say.start, say.note('later'), say.decision('later')).log.slice(2)
    fold(first, more)
    expect(first).toStrictEqual(kept)
    expect(fold(null, [])).toBeNull()
  })

  it('takes back the newest change that stands, however much was taken back before', () => {
    const notes = Array.from({ length: 30 }, (_, n) => say.note(`note ${n}`))
    const rehearsal = new Rehearsal().do(say.start, ...notes)
    rehearsal.do({ type: 'removeEntry', entry: idOf(30) })
    const taken = Array.from({ length: 31 }, () => must(rehearsal.try(say.undo)))
    expect(taken.map((body) => (body.type === 'change.undone' ? body.target : ''))).toEqual(
      Array.from({ length: 31 }, (_, n) => idOf(32 - n)),
    )
    expect(rehearsal.try(say.undo)).toMatchObject({ ok: false, refusal: { code: 'nothing' } })
    rehearsal.do(say.note('again'))
    expect(must(rehearsal.try(say.undo))).toMatchObject({ body: { captured: { item: { text: 'again' } } } })
  })
})
