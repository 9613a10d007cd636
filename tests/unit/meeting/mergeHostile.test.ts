import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { replay } from '../../../shared/meeting/apply'
import { ancestryOf, upTo } from '../../../shared/meeting/dag'
import { isMerge, type LogEntry, type SaidEntry } from '../../../shared/meeting/entries'
import { openMeetingFile, toMeetingFile } from '../../../shared/meeting/file'
import { chainFaults, seal } from '../../../shared/meeting/log'
import { mergeLogs } from '../../../shared/meeting/merge'
import type { Meeting } from '../../../shared/meeting/schema'
import type { Asked } from '../../helpers/asked'
import { Copy } from '../../helpers/copies'
import { recordCommandArb } from '../../helpers/arbRecord'
import { commandArb } from '../../helpers/histories'
import { author, idOf, momentOf, must, Rehearsal, say } from '../../helpers/meetings'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function meetingOf(log: readonly LogEntry[]): Meeting {
  const meeting = replay(log)
  if (meeting === null) throw new Error('The log is empty')
  return meeting
}

function noteAfter(before: LogEntry, n: number): SaidEntry {
  const item = { id: idOf(n), text: `note ${n}`, at: momentOf(n) }
  const stamp = { id: idOf(n), at: momentOf(n), by: author, salt: n.toString(16).padStart(32, '0') }
  return seal({ type: 'note.captured', item }, { seq: before.seq, hash: before.hash }, stamp, sha256)
}

/** A copy as it would be if so many people had gone on from the same entry, each apart. */
function fan(start: LogEntry, many: number): SaidEntry[] {
  return Array.from({ length: many }, (_, index) => noteAfter(start, 100 + index))
}

const finalise: Asked = { type: 'finalise', leftOut: [], signers: [] }
const QUIET = new Set(['settings.set', 'action.statusSet', 'conflict.settled', 'copies.merged'])
const OF_RECORD = /^(record|signOff)\./

/** Whether a merge opens the record, worked out from all that it descends from. */
function reopens(log: readonly LogEntry[], merge: LogEntry): boolean {
  const isBefore = ancestryOf(log)
  const known = upTo(log, merge.hash)
  const newest = known.findLast(({ body }) => body.type === 'record.finalised')?.hash
  return (
    newest !== undefined &&
    known.some(
      ({ body: { type }, hash }) =>
        !QUIET.has(type) && !OF_RECORD.test(type) && !isBefore(hash, newest) && !isBefore(newest, hash),
    )
  )
}

const branchArb = fc.record({
  skew: fc.integer({ min: -20, max: 20 }),
  commands: fc.array(fc.oneof(commandArb, recordCommandArb), { maxLength: 4 }),
})

describe('a copy made to do harm', () => {
  it('with thousands of ends is joined at once', () => {
    const common = new Rehearsal().do(say.start)
    const [start] = common.log.slice(-1) as [LogEntry]
    const began = performance.now()
    const log = must(mergeLogs([...common.log, ...fan(start, 2_000)], common.log, sha256))
    expect(performance.now() - began).toBeLessThan(1_500)
    expect(log).toHaveLength(common.log.length + 2_000 + 1_999)
    expect(chainFaults(log, undefined, sha256)).toEqual([])
    expect(meetingOf(log).notes).toHaveLength(2_000)
  })

  it('whose entries were changed, doubled, led in a circle or joined by a forged merge is found out', () => {
    const common = new Rehearsal().do(say.start, say.note('one'))
    const [here, there] = [new Copy(common.log, 1), new Copy(common.log, 2, 30)]
    const log = must(mergeLogs(here.do(say.note('here')).log, there.do(say.note('there')).log))
    const [a, b, merge] = log.slice(-3) as [LogEntry, LogEntry, LogEntry]
    const rest = log.slice(0, -3)
    const forged: readonly (readonly LogEntry[])[] = [
      [...rest, { ...a, hash: 'ab'.repeat(32) }, b, merge],
      [...rest, { ...a, prev: [b.hash] }, { ...b, prev: [a.hash] }, merge],
      [...rest, a, a, b, merge],
      [...rest, a, { ...b, id: a.id }, merge],
      [...rest, a, b, { ...merge, body: { type: 'copies.merged', reopens: true } }],
      [...rest, a, b, { ...merge, prev: [a.hash, a.hash] }],
      [...rest, a, b],
      [...rest, a, merge],
    ]
    for (const entries of forged) {
      const opened = openMeetingFile(JSON.parse(JSON.stringify(toMeetingFile(meetingOf(log), entries))))
      expect(opened.ok ? opened.value.faults : [opened.refusal]).not.toEqual([])
    }
  })
})

describe('a finalised record, where copies are joined', () => {
  it('is opened by exactly those merges that bring in what it lacks, however many ends there are', () => {
    let opened = 0
    fc.assert(
      fc.property(fc.array(branchArb, { minLength: 2, maxLength: 5 }), fc.nat(4), (branches, who) => {
        const common = new Rehearsal().do(say.start, say.action('write'), say.end)
        const copies = branches.map(({ skew, commands }, index) => {
          const copy = new Copy(common.log, index + 1, skew)
          if (index === who) copy.do(finalise)
          for (const command of commands) if (command.type !== 'finalise') copy.try(command)
          return copy
        })
        const all = copies.reduce<LogEntry[]>((log, copy) => must(mergeLogs(log, copy.log)), [...common.log])
        for (const merge of all.filter(isMerge)) {
          expect(merge.body.reopens).toBe(reopens(all, merge))
          if (merge.body.reopens) opened += 1
        }
      }),
      { numRuns: 120 },
    )
    expect(opened).toBeGreaterThan(10)
  })
})
