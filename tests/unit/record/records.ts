import type { LogEntry } from '../../../shared/meeting/entries'
import type { SignOff, SignOffMark } from '../../../shared/meeting/schema'
import { fingerprintOf, recordData } from '../../../shared/record/data'
import { draftFile } from '../../../shared/record/file'
import {
  RECORD_FORMAT,
  RECORD_LAYOUT,
  RECORD_VERSION,
  type RecordData,
  type RecordFile,
} from '../../../shared/record/schema'
import { after, uuid, type Made } from './meetings'

type Changes = {
  readonly number?: number
  readonly supersedes?: string
  readonly leftOut?: readonly string[]
  readonly signers?: readonly { readonly name: string; readonly role: string }[]
  readonly marks?: readonly (readonly [name: string, role: string, mark: SignOffMark])[]
}

/** The draft of a meeting's record. */
export function draftOf({ meeting, log }: Made): RecordFile {
  return draftFile(meeting, log)
}

/** A record of this data, with the fingerprint it has. */
export function fixedFile(record: RecordData, signOffs: readonly SignOff[] = []): RecordFile {
  const fingerprint = record.revision === null ? null : fingerprintOf(record)
  const head = { format: RECORD_FORMAT, version: RECORD_VERSION, layout: RECORD_LAYOUT } as const
  return { ...head, fingerprint, record, signOffs: [...signOffs] }
}

function headOf(log: readonly LogEntry[]): string {
  return log.at(-1)?.hash ?? '0'.repeat(64)
}

/** A revision of a meeting's record, fixed half an hour after its start. */
export function revisionOf({ meeting, log }: Made, changes: Changes = {}): RecordFile {
  const { number = 1, supersedes = null, leftOut = [], signers = [], marks = [] } = changes
  const by = { name: 'Sofia Marchetti', device: 'laptop' }
  const revision = { number, at: after(40), by, head: headOf(log), supersedes }
  const record = recordData({ meeting, log, revision, leftOut, signers })
  const { fingerprint } = fixedFile(record)
  const signOffs = marks.map(([name, role, mark], index): SignOff => {
    const at = after(45 + index)
    return {
      id: uuid(7000 + index),
      at,
      revision: number,
      fingerprint: fingerprint ?? '',
      attendee: null,
      name,
      role,
      mark,
    }
  })
  return fixedFile(record, signOffs)
}

/** A signature as a pen draws it: loops from left to right, and a dot. */
export function scribble(): SignOffMark {
  const wave = Array.from({ length: 120 }, (_, step): [number, number] => [
    80 + step * 3,
    Math.round(100 + 50 * Math.sin(step / 5) * Math.cos(step / 17)),
  ])
  return {
    kind: 'drawn',
    strokes: [
      wave,
      [
        [60, 150],
        [480, 140],
      ],
      [[300, 30]],
    ],
  }
}
