import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson, digestOf, hashOf, sha256Hex } from '../../../shared/meeting/log'
import { fingerprintOf } from '../../../shared/record/data'
import { draftFile, openRecordFile, recordFaults, revisionFile } from '../../../shared/record/file'
import { fixedRevisions, revisionFaults } from '../../../shared/record/revisions'
import { recordFileSchema, type RecordFile } from '../../../shared/record/schema'
import type { Asked } from '../../helpers/asked'
import { finalisedHistoryArb, historyArb } from '../../helpers/histories'
import { busyMeeting, idOf, must, Rehearsal, say } from '../../helpers/meetings'
import { endedMeeting, onRecord, recordOf } from '../../helpers/records'

const { finalise, reopen, signOff, signed } = onRecord
const file = recordOf(endedMeeting().do(finalise([idOf(8)], [idOf(1)]), signOff('Amara Okafor', idOf(1))))
const copy = (value: RecordFile) => JSON.parse(JSON.stringify(value)) as RecordFile
const faults = (value: unknown) => must(openRecordFile(value)).faults.map(({ path }) => path)
const ran = (commands: readonly Asked[]) => {
  const rehearsal = new Rehearsal()
  for (const command of commands) rehearsal.try(command)
  return rehearsal
}

describe('a revision', () => {
  it('can be made again at any later time: the same record, the same fingerprint', () => {
    let later = 0
    fc.assert(
      fc.property(finalisedHistoryArb, (commands) => {
        const rehearsal = new Rehearsal()
        const before = new Map<number, string>()
        for (const command of commands) {
          rehearsal.try(command)
          const { meeting, log } = rehearsal
          for (const { number, fingerprint } of meeting.revisions) {
            const made = must(revisionFile(meeting, log, number))
            expect(made.fingerprint).toBe(fingerprint)
            expect(sha256Hex(canonicalJson(made.record))).toBe(fingerprint)
            const text = canonicalJson(made.record)
            expect(before.get(number) ?? text).toBe(text)
            if (before.has(number)) later += 1
            before.set(number, text)
          }
        }
      }),
      { numRuns: 50 },
    )
    expect(later).toBeGreaterThan(100)
  })

  it('is sound and can be read back, whatever happened in the meeting', () => {
    fc.assert(
      fc.property(finalisedHistoryArb, (commands) => {
        const { meeting, log } = ran(commands)
        for (const { number } of meeting.revisions) {
          const made = must(revisionFile(meeting, log, number))
          expect(recordFileSchema.parse(made)).toStrictEqual(made)
          expect(faults(copy(made))).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the progress of actions and on sign-offs afterwards', () => {
    const rehearsal = endedMeeting().do(finalise())
    const before = recordOf(rehearsal)
    rehearsal.do(signOff('A'), { type: 'setActionStatus', action: idOf(7), status: 'done' }, signed())
    expect(recordOf(rehearsal)).toEqual({ ...before, signOffs: [expect.objectContaining({ name: 'A' })] })
  })

  it('of a number that there is not is refused', () => {
    const { meeting, log } = endedMeeting().do(finalise())
    expect(revisionFile(meeting, log, 2)).toMatchObject({
      ok: false,
      refusal: { code: 'unknown', sentence: 'This meeting has no revision 2.' },
    })
  })

  it('that its log does not give is refused, and a fault', () => {
    const { meeting, log } = endedMeeting().do(finalise())
    const forged = log.map((entry) => {
      if (entry.body.type !== 'record.finalised') return entry
      const body = { ...entry.body, revision: { ...entry.body.revision, fingerprint: 'a'.repeat(64) } }
      return { ...entry, body, hash: hashOf({ ...entry, body }) }
    })
    const faultsOf = (entries: typeof log) => revisionFaults(fixedRevisions(entries))
    expect(faultsOf(log)).toEqual([])
    expect(faultsOf(forged)).toEqual([
      { index: 0, reason: 'its fingerprint is not that of the record its log gives' },
    ])
    expect(revisionFile(meeting, forged, 1)).toMatchObject({ ok: false, refusal: { code: 'fingerprint' } })
  })

  it('names the one before it by its fingerprint', () => {
    const rehearsal = endedMeeting().do(finalise(), reopen, say.undo, finalise())
    expect(recordOf(rehearsal, 2).record.revision?.supersedes).toBe(recordOf(rehearsal, 1).fingerprint)
  })
})

describe('a draft', () => {
  it('is sound at any moment of any meeting, and has no fingerprint', () => {
    fc.assert(
      fc.property(historyArb, (commands) => {
        const { meeting, log } = ran(commands)
        const draft = draftFile(meeting, log)
        expect(draft).toMatchObject({ fingerprint: null, signOffs: [], record: { revision: null } })
        expect(faults(copy(draft))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a record file', () => {
  it('may hold a filled text longer than any that was typed', () => {
    const bug = 'x'.repeat(10_000)
    const { meeting, log } = new Rehearsal().do(say.fact('bug', bug))
    const draft = draftFile(meeting, log)
    expect(draft.record.bottomLine.length).toBeGreaterThan(10_000)
    expect(faults(copy(draft))).toEqual([])
  })

  it('shows a change of any byte of its log', () => {
    const text = JSON.stringify(file.record.log)
    let read = 0
    fc.assert(
      fc.property(fc.nat(Buffer.byteLength(text) - 1), fc.nat(7), (index, bit) => {
        const bytes = Buffer.from(text)
        bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index)
        let log: RecordFile['record']['log']
        try {
          log = JSON.parse(bytes.toString('utf8')) as typeof log
        } catch {
          return
        }
        if (canonicalJson(log) === canonicalJson(file.record.log)) return
        const opened = openRecordFile({ ...file, record: { ...file.record, log } })
        if (!opened.ok) return
        read += 1
        expect(opened.value.faults.map(({ path }) => path)).toContain('fingerprint')
      }),
      { numRuns: 1000 },
    )
    expect(read).toBeGreaterThan(150)
  })

  it('shows a changed entry by its chain alone, but for the words it is told in', () => {
    const { meeting, log } = busyMeeting()
    const draft = draftFile(meeting, log)
    draft.record.log.forEach((entry, index) => {
      for (const key of ['id', 'at', 'by', 'hash', 'salt', 'body', 'digest']) {
        if (!(key in entry)) continue
        const other = draft.record.log[(index + 1) % draft.record.log.length]
        const spare = { digest: digestOf('', 1), salt: 'f'.repeat(32), by: { name: 'X', device: 'Y' } }
        const value = Object.entries({ ...other, ...spare }).find(([name]) => name === key)?.[1]
        const changed = copy(draft)
        Object.assign(changed.record.log[index] ?? {}, { [key]: value })
        if (value === undefined || canonicalJson(changed) === canonicalJson(draft)) continue
        expect(recordFaults(changed).map(({ path }) => path)).toContain(`record.log[${index}]`)
      }
    })
  })

  it('shows entries that were moved, left out or doubled', () => {
    const place = fc.nat(file.record.log.length - 1)
    fc.assert(
      fc.property(place, place, fc.constantFrom('move', 'drop', 'double'), (from, to, how) => {
        const log = [...file.record.log]
        const [taken] = how === 'double' ? log.slice(from, from + 1) : log.splice(from, 1)
        if (how !== 'drop' && taken !== undefined) log.splice(to, 0, taken)
        if (canonicalJson(log) === canonicalJson(file.record.log)) return
        expect(faults({ ...file, record: { ...file.record, log } })).not.toEqual([])
      }),
    )
  })

  it.each<[string, (value: RecordFile) => unknown, string]>([
    [
      'another title',
      (f) => ({ ...f, record: { ...f.record, meeting: { ...f.record.meeting, title: 'X' } } }),
      'fingerprint',
    ],
    ['another fingerprint', (f) => ({ ...f, fingerprint: 'a'.repeat(64) }), 'fingerprint'],
    ['a fingerprint taken away', (f) => ({ ...f, fingerprint: null }), 'fingerprint'],
    [
      'a sign-off of another record',
      (f) => ({ ...f, signOffs: f.signOffs.map((each) => ({ ...each, revision: 2 })) }),
      'signOffs[0]',
    ],
    ['a sign-off twice', (f) => ({ ...f, signOffs: [...f.signOffs, ...f.signOffs] }), 'signOffs[1]'],
    ['something that no record has', (f) => ({ ...f, note: 'x' }), 'the whole file'],
    [
      'something in a list',
      (f) => ({
        ...f,
        record: { ...f.record, decisions: f.record.decisions.map((each) => ({ ...each, x: 1 })) },
      }),
      'the whole file',
    ],
    [
      'a head that is not the last entry',
      (f) => ({ ...f, record: { ...f.record, log: f.record.log.slice(0, -1) } }),
      'record.revision.head',
    ],
  ])('shows %s', (_, change, path) => {
    expect(faults(change(copy(file)))).toContain(path)
  })

  it('shows lists that are not what its log says, however it was fingerprinted anew', () => {
    const forged = (change: (record: RecordFile['record']) => Partial<RecordFile['record']>) => {
      const record = { ...file.record, ...change(file.record) }
      return faults({ ...file, record, signOffs: [], fingerprint: fingerprintOf(record) })
    }
    const [decision] = file.record.decisions
    const noteOf = ({ id, text, at }: RecordFile['record']['notes'][number]) => ({ id, text, at })
    expect(forged(() => ({}))).toEqual([])
    expect(
      forged(({ decisions }) => ({ decisions: decisions.map((each) => ({ ...each, outcome: 'agreed' })) })),
    ).toEqual(['record.decisions[0]'])
    expect(
      forged(({ decisions }) => ({ decisions: decisions.map((each) => ({ ...each, text: 'we go' })) })),
    ).toEqual(['record.decisions[0]'])
    expect(forged(() => ({ decisions: [] }))).toEqual(['record'])
    expect(forged(({ notes }) => ({ notes: [...notes, ...(decision ? [noteOf(decision)] : [])] }))).toEqual([
      'record.notes[0]',
    ])
    expect(forged(({ actions }) => ({ actions: actions.map((each) => ({ ...each, due: null })) }))).toEqual([
      'record.actions[0]',
    ])
    expect(
      forged(({ objections }) => ({
        objections: objections.map((each) => ({ ...each, status: 'answered' })),
      })),
    ).toEqual(['record.objections[0]'])
  })

  it.each<[string, unknown, string]>([
    ['another format', { format: 'lectern-meeting', version: 1 }, 'format'],
    ['null', null, 'format'],
    ['a newer version', { ...file, version: 2 }, 'newer'],
    ['a wrong shape', { ...file, record: { ...file.record, notes: 'none' } }, 'shape'],
  ])('is refused with a sentence for %s', (_, value, code) => {
    expect(openRecordFile(value)).toMatchObject({
      ok: false,
      refusal: { code, sentence: expect.stringMatching(/^This .*\.$/) },
    })
  })
})
