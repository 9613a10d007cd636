import { z } from 'zod'

import { shapeFaults, shapeRefusal, type Fault } from '../meeting/file'
import type { LogEntry } from '../meeting/entries'
import { canonicalJson } from '../meeting/log'
import { readBackFaults } from '../meeting/readBackFaults'
import type { Meeting } from '../meeting/schema'
import { accept, refuse, type Result } from '../result'
import { chainFaults } from './chain'
import { fingerprintOf, recordData } from './data'
import { listFaults } from './listFaults'
import { fixedRevisions, revisionData } from './revisions'
import { RECORD_FORMAT, RECORD_LAYOUT, RECORD_VERSION, recordFileSchema, type RecordFile } from './schema'

const HEAD = { format: RECORD_FORMAT, version: RECORD_VERSION, layout: RECORD_LAYOUT } as const

const headSchema = z.object({ format: z.literal(RECORD_FORMAT), version: z.number().int().positive() })

/** The record as the meeting stands now: a draft, without a fingerprint. */
export function draftFile(meeting: Meeting, log: readonly LogEntry[]): RecordFile {
  const record = recordData({ meeting, log, revision: null, leftOut: [], signers: [] })
  return { ...HEAD, fingerprint: null, record, signOffs: [] }
}

/**
 * The record of a finalised revision, made again from the log before it, with the sign-offs it has now.
 * Refuses a number that there is not (`unknown`), and a log that gives another record (`fingerprint`).
 */
export function revisionFile(meeting: Meeting, log: readonly LogEntry[], number: number): Result<RecordFile> {
  const revision = fixedRevisions(log).find(({ claim }) => claim.number === number)
  if (revision === undefined) return refuse('unknown', `This meeting has no revision ${number}.`, 'revision')
  const record = revisionData(revision)
  const fingerprint = fingerprintOf(record)
  if (fingerprint !== revision.claim.fingerprint) {
    return refuse(
      'fingerprint',
      `Revision ${number} cannot be made again: this Lectern makes another record of its log than the one that was finalised.`,
      'revision',
    )
  }
  const signOffs = meeting.signOffs.filter((signOff) => signOff.revision === number)
  return accept({ ...HEAD, fingerprint, record, signOffs })
}

function revisionFaultsOf({ record, fingerprint }: RecordFile): readonly Fault[] {
  const { revision, meeting, log } = record
  if (revision === null) {
    return [
      fingerprint === null ? [] : [{ path: 'fingerprint', reason: 'a draft has none' }],
      meeting.status === 'finalised'
        ? [{ path: 'record.meeting.status', reason: 'a draft is not final' }]
        : [],
    ].flat()
  }
  return [
    fingerprint === fingerprintOf(record)
      ? []
      : [{ path: 'fingerprint', reason: 'it is not the fingerprint of this record' }],
    meeting.status === 'finalised' ? [] : [{ path: 'record.meeting.status', reason: 'a revision is final' }],
    log.at(-1)?.hash === revision.head
      ? []
      : [{ path: 'record.revision.head', reason: 'it is not the last entry of the log' }],
    (revision.number === 1) === (revision.supersedes === null)
      ? []
      : [{ path: 'record.revision.supersedes', reason: 'only the first revision supersedes none' }],
  ].flat()
}

function signOffFaults({ record, fingerprint, signOffs }: RecordFile): readonly Fault[] {
  const ids = new Set<string>()
  return signOffs.flatMap((signOff, index) => {
    const path = `signOffs[${index}]`
    const bound = signOff.revision === record.revision?.number && signOff.fingerprint === fingerprint
    const double = ids.has(signOff.id)
    ids.add(signOff.id)
    return [
      bound ? [] : [{ path, reason: 'it is for another record' }],
      double ? [{ path, reason: 'its id is there twice' }] : [],
    ].flat()
  })
}

/**
 * Where a record does not hold together: its log's chain, its lists against its log, its fingerprint, the
 * sign-offs that name it.
 */
export function recordFaults(file: RecordFile): readonly Fault[] {
  const { record } = file
  return [
    ...chainFaults(record.log),
    ...listFaults(record),
    ...readBackFaults(record).map(({ path, reason }) => ({ path: `record.${path}`, reason })),
    ...revisionFaultsOf(file),
    ...signOffFaults(file),
  ]
}

/** A record holds nothing that its schema does not name; bodies of the log are bound by their hashes. */
function strayFaults(file: RecordFile, known: RecordFile): readonly Fault[] {
  const withoutBodies = ({ record, ...rest }: RecordFile) => ({
    ...rest,
    record: { ...record, log: record.log.map((entry) => ({ ...entry, body: null })) },
  })
  return canonicalJson(withoutBodies(file)) === canonicalJson(withoutBodies(known))
    ? []
    : [{ path: 'the whole file', reason: 'it holds something that no record has' }]
}

/**
 * Reads the content of a record file. Refuses another format (`format`), a newer version (`newer`) and a wrong
 * shape (`shape`); a record that is well shaped but does not hold together is opened with its faults named.
 */
export function openRecordFile(
  value: unknown,
): Result<{ readonly file: RecordFile; readonly faults: readonly Fault[] }> {
  const head = headSchema.safeParse(value)
  if (!head.success) {
    return refuse(
      'format',
      `This is not a Lectern record: it does not begin with "format": "${RECORD_FORMAT}" and a version.`,
      'format',
    )
  }
  if (head.data.version > RECORD_VERSION) {
    return refuse(
      'newer',
      `This record was written by a newer Lectern (version ${head.data.version}; this one knows up to ${RECORD_VERSION}). Update Lectern to open it.`,
      'version',
    )
  }
  const known = recordFileSchema.safeParse(value)
  if (!known.success) return shapeRefusal('record', shapeFaults(known.error))
  const file = value as RecordFile
  return accept({ file, faults: [...strayFaults(file, known.data), ...recordFaults(file)] })
}
