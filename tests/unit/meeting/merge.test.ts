import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { replay } from '../../../shared/meeting/apply'
import type { Command } from '../../../shared/meeting/commands'
import { upTo } from '../../../shared/meeting/dag'
import { isMerge, isSaid, logEntrySchema, type LogEntry } from '../../../shared/meeting/entries'
import { meetingFileSchema, openMeetingFile, toMeetingFile } from '../../../shared/meeting/file'
import { chainFaults } from '../../../shared/meeting/log'
import { mergeLogs } from '../../../shared/meeting/merge'
import type { Meeting } from '../../../shared/meeting/schema'
import { fixedRevisions, revisionFaults } from '../../../shared/record/revisions'
import { draftFile, openRecordFile } from '../../../shared/record/file'
import { Copy, copiesArb } from '../../helpers/copies'
import { idOf, must, newMeeting, Rehearsal, say } from '../../helpers/meetings'

function idsIn(logs: readonly (readonly LogEntry[])[]): readonly string[] {
  return [...new Set(logs.flatMap((log) => log.filter(isSaid).map(({ id }) => id)))].toSorted()
}

function itemsOf({ notes, decisions, actions, parkingLot, objections }: Meeting): readonly string[] {
  const raised = objections.filter(({ at }) => at !== null)
  return [...notes, ...decisions, ...actions, ...parkingLot, ...raised].map(({ id }) => id)
}

function meetingOf(log: readonly LogEntry[]): Meeting {
  const meeting = replay(log)
  if (meeting === null) throw new Error('The log is empty')
  return meeting
}

const finalise: Command = { type: 'finalise', leftOut: [], signers: [] }

const byText = (a = '', b = '') => (a < b ? -1 : 1)

/** Two copies of a meeting that is running, with a decision and an action in it. */
function running() {
  const common = new Rehearsal().do(say.start, say.decision('we halt'), say.action('write to customers'))
  return {
    decision: idOf(2),
    action: idOf(3),
    first: new Copy(common.log, 1),
    second: new Copy(common.log, 2, 30),
  }
}

function merged(...copies: readonly { readonly log: readonly LogEntry[] }[]): LogEntry[] {
  const [first, ...others] = copies.map(({ log }) => log)
  return others.reduce<LogEntry[]>((log, other) => must(mergeLogs(log, other)), [...(first ?? [])])
}

describe('joining copies, over random histories', () => {
  it('gives the same log whichever copy is named first, with everything said once', () => {
    let joined = 0
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const [a, b] = copies.map(({ log }) => log) as [LogEntry[], LogEntry[]]
        const [there, back] = [mergeLogs(a, b), mergeLogs(b, a)]
        if (!there.ok) {
          expect(there).toMatchObject({ refusal: { code: 'finalised' } })
          expect(back.ok).toBe(false)
          return
        }
        joined += 1
        const log = there.value
        expect(back).toStrictEqual(there)
        expect(chainFaults(log)).toEqual([])
        expect(logEntrySchema.array().safeParse(log).error).toBeUndefined()
        expect(
          log
            .filter(isSaid)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(idsIn([a, b]))
        const items = itemsOf(meetingOf(log))
        expect(new Set(items).size).toBe(items.length)
      }),
      { numRuns: 250 },
    )
    expect(joined).toBeGreaterThan(200)
  })

  it('changes nothing when it is done again, with either copy or the outcome', () => {
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const [a, b] = copies.map(({ log }) => log) as [LogEntry[], LogEntry[]]
        expect(mergeLogs(a, a)).toStrictEqual({ ok: true, value: a })
        const once = mergeLogs(a, b)
        if (!once.ok) return
        for (const again of [a, b, once.value]) {
          expect(mergeLogs(once.value, again)).toStrictEqual(once)
          expect(mergeLogs(again, once.value)).toStrictEqual(once)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('gives one and the same log for three copies in any order', () => {
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const logs = copies.map(({ log }) => log)
        if (logs.length < 3) return
        const [a, b, c] = logs as [LogEntry[], LogEntry[], LogEntry[]]
        const orders = [
          [a, b, c],
          [b, c, a],
          [c, a, b],
        ] as const
        const outcomes = orders.map(([x, y, z]) => {
          const first = mergeLogs(x, y)
          return first.ok ? mergeLogs(first.value, z) : first
        })
        if (outcomes.some(({ ok }) => !ok)) return
        expect(outcomes[1]).toStrictEqual(outcomes[0])
        expect(outcomes[2]).toStrictEqual(outcomes[0])
        const later = mergeLogs(must(mergeLogs(a, b)), must(mergeLogs(b, c)))
        expect(later).toStrictEqual(outcomes[0])
      }),
      { numRuns: 200 },
    )
  })

  it('makes a file that opens without a fault, and every revision again', () => {
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const [a, b] = copies as [Copy, Copy]
        const joined = mergeLogs(a.log, b.log)
        if (!joined.ok) return
        const log = joined.value
        const file: unknown = JSON.parse(JSON.stringify(toMeetingFile(meetingOf(log), log)))
        expect(meetingFileSchema.safeParse(file).error).toBeUndefined()
        expect(must(openMeetingFile(file)).faults).toEqual([])
        const before = new Map(
          [a, b].flatMap(({ meeting }) =>
            meeting.revisions.map(({ number, fingerprint }) => [number, fingerprint]),
          ),
        )
        const after = fixedRevisions(log)
        expect(revisionFaults(after)).toEqual([])
        expect(after.map(({ claim }) => claim.fingerprint)).toEqual([...before.values()])
        const record = JSON.parse(JSON.stringify(draftFile(meetingOf(log), log))) as unknown
        expect(must(openRecordFile(record)).faults).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the part that one copy knew in the order it had there', () => {
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const [a, b] = copies as [Copy, Copy]
        const joined = mergeLogs(a.log, b.log)
        if (!joined.ok) return
        for (const { log } of [a, b]) {
          const part = upTo(joined.value, log.at(-1)?.hash ?? '')
          expect(part.map(({ hash }) => hash)).toEqual(log.map(({ hash }) => hash))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('goes on: what is captured after a merge is merged again', () => {
    fc.assert(
      fc.property(copiesArb, ({ copies }) => {
        const [a, b] = copies as [Copy, Copy]
        const joined = mergeLogs(a.log, b.log)
        if (!joined.ok) return
        const [here, there] = [new Copy(joined.value, 7, 40), new Copy(joined.value, 8, -40)]
        for (const copy of [here, there, b]) copy.try(say.note('later'))
        const all = mergeLogs(here.log, there.log)
        const more = mergeLogs(must(all), b.log)
        expect(chainFaults(must(more))).toEqual([])
        expect(mergeLogs(must(mergeLogs(b.log, there.log)), here.log)).toStrictEqual(more)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a merge', () => {
  it('has two parents, no clock and no author, and an id that follows from them', () => {
    const { first, second } = running()
    const log = merged(first.do(say.note('here')), second.do(say.note('there')))
    const merge = log.find(isMerge)
    expect(Object.keys(merge ?? {})).toEqual(['seq', 'id', 'v', 'salt', 'body', 'prev', 'hash'])
    expect(merge?.prev).toEqual([first.log.at(-1)?.hash, second.log.at(-1)?.hash].toSorted(byText))
    expect(log.at(-1)).toBe(merge)
    const other = { ...merge, salt: 'ab'.repeat(16) } as LogEntry
    expect(chainFaults([...log.slice(0, -1), other])).not.toEqual([])
  })

  it('is not needed where one copy only went on from the other', () => {
    const { first } = running()
    const before = [...first.log]
    first.do(say.note('later'))
    expect(mergeLogs(before, first.log)).toStrictEqual({ ok: true, value: first.log })
  })

  it('of another meeting is refused', () => {
    const other = new Rehearsal(newMeeting({ title: 'Another' }))
    expect(mergeLogs(running().first.log, other.log)).toMatchObject({ refusal: { code: 'other' } })
    expect(mergeLogs([], [])).toMatchObject({ ok: false })
  })

  it('is found out when an end is left over, or an entry stands out of its place', () => {
    const { first, second } = running()
    const log = merged(first.do(say.note('here')), second.do(say.note('there')))
    const fork = log.slice(0, -1)
    expect(chainFaults(fork).map(({ reason }) => reason)).toEqual([
      'no entry goes on from it, and it is not the last',
    ])
    const [x, y, last] = log.slice(-3) as [LogEntry, LogEntry, LogEntry]
    const swapped = [...log.slice(0, -3), { ...y, seq: x.seq }, { ...x, seq: y.seq }, last]
    expect(chainFaults(swapped).map(({ index }) => index)).toEqual([log.length - 3, log.length - 2])
  })

  it('is refused where both copies fixed a revision of their own', () => {
    const common = new Rehearsal().do(say.start, say.note('one'), say.end)
    const [a, b] = [new Copy(common.log, 1).do(finalise), new Copy(common.log, 2).do(finalise)]
    const refused = mergeLogs(a.log, b.log)
    expect(refused).toMatchObject({ refusal: { code: 'finalised' } })
  })

  it('opens a finalised record again where the other copy holds what it lacks, and only there', () => {
    const common = new Rehearsal().do(say.start, say.action('write'), say.end)
    const a = new Copy(common.log, 1).do(finalise)
    const progress = new Copy(a.log, 2).do({ type: 'setActionStatus', action: idOf(2), status: 'done' })
    a.do({ type: 'setSettings', settings: { ...a.meeting.settings, boardDelay: 3 } })
    expect(meetingOf(merged(a, progress))).toMatchObject({
      status: 'finalised',
      actions: [{ status: 'done' }],
    })
    const more = new Copy(common.log, 3).do({ type: 'reopen' }, say.note('more'), say.end)
    const both = meetingOf(merged(a, more))
    expect(both).toMatchObject({ status: 'ended', revisions: [{ number: 1 }], notes: [{ text: 'more' }] })
  })
})

describe('what two people changed apart', () => {
  it('is kept field by field: one text, the other owner', () => {
    const { action, first, second } = running()
    const draft = { kind: 'action', text: 'write to customers', at: null, owner: null, due: null } as const
    first.do({ type: 'editEntry', entry: action, draft: { ...draft, text: 'write to all customers' } })
    second.do({ type: 'editEntry', entry: action, draft: { ...draft, due: '2026-11-27T17:00:00.000+01:00' } })
    expect(meetingOf(merged(first, second)).actions).toMatchObject([
      { text: 'write to all customers', due: '2026-11-27T17:00:00.000+01:00' },
    ])
  })

  it('stays when the other removed it, whichever came first', () => {
    const { decision, first, second } = running()
    const edit = {
      type: 'editEntry',
      entry: decision,
      draft: { kind: 'decision', text: 'we halt now', at: null },
    } as const
    const edited = new Copy(first.log, 3).do(edit)
    for (const removed of [new Copy(first.log, 4, -40), new Copy(second.log, 5, 60)]) {
      removed.do({ type: 'removeEntry', entry: decision })
      expect(meetingOf(merged(edited, removed)).decisions).toMatchObject([{ text: 'we halt now' }])
    }
  })

  it('never stands in two lists, when each turned it into something else', () => {
    const { decision, first, second } = running()
    first.do({ type: 'editEntry', entry: decision, draft: { kind: 'note', text: 'we halt', at: null } })
    second.do({
      type: 'editEntry',
      entry: decision,
      draft: { kind: 'parking', text: 'we halt', at: null, owner: null },
    })
    expect(meetingOf(merged(first, second))).toMatchObject({
      decisions: [],
      notes: [],
      parkingLot: [{ id: decision }],
    })
  })

  it('counts the later end, and who was there to the first was there to it', () => {
    const common = new Rehearsal().do(say.person('Amara Okafor'), say.start, {
      type: 'arrive',
      attendee: idOf(1),
    })
    const [a, b] = [
      new Copy(common.log, 1).do(say.end),
      new Copy(common.log, 2, 60).do(say.note('more'), say.end),
    ]
    const meeting = meetingOf(merged(a, b))
    expect(meeting.endedAt).toBe(b.meeting.endedAt)
    expect(meeting.attendees[0]?.present).toMatchObject([{ to: b.meeting.endedAt }])
  })
})
