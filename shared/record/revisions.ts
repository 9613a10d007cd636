import { replay } from '../meeting/apply'
import { upTo } from '../meeting/dag'
import { isSaid, type LogEntry } from '../meeting/entries'
import type { Meeting, Revision } from '../meeting/schema'
import { fingerprintOf, recordData } from './data'
import type { RecordData } from './schema'

type Claim = Omit<Revision, 'signatures'>

/** A revision as its log has it: what was claimed when it was finalised, and the log and meeting before that. */
export type FixedRevision = {
  readonly claim: Claim
  readonly log: readonly LogEntry[]
  readonly meeting: Meeting
}

/**
 * Every revision of a log, in order: each with the entries that it was made from, which in joined copies are
 * not all that stand before it. The log must begin with the creation of the meeting.
 */
export function fixedRevisions(log: readonly LogEntry[]): readonly FixedRevision[] {
  return log.flatMap((entry): readonly FixedRevision[] => {
    if (!isSaid(entry) || entry.body.type !== 'record.finalised') return []
    const { body, at, by } = entry
    const before = upTo(log, entry.hash).slice(0, -1)
    const meeting = replay(before)
    return meeting === null ? [] : [{ claim: { ...body.revision, at, by }, log: before, meeting }]
  })
}

/** The record data of a revision, made again from the log before it. */
export function revisionData({ claim, log, meeting }: FixedRevision): RecordData {
  const { number, at, by, head, supersedes, leftOut, signers } = claim
  const revision = { number, at, by: { name: by.name, device: by.device }, head, supersedes }
  return recordData({ meeting, log, revision, leftOut, signers })
}

/** Why the revisions of a log do not hold, in words, each with its place among them (from 0). */
export function revisionFaults(
  revisions: readonly FixedRevision[],
): readonly { readonly index: number; readonly reason: string }[] {
  return revisions.flatMap((revision, index) => {
    const { number, head, fingerprint, supersedes } = revision.claim
    const before = revisions[index - 1]?.claim.fingerprint ?? null
    const reasons = [
      number === index + 1 ? [] : [`its number is ${number}, not ${index + 1}`],
      head === revision.log.at(-1)?.hash ? [] : ['its head is not the entry before it was finalised'],
      supersedes === before ? [] : ['it does not name the fingerprint of the revision before it'],
      fingerprint === fingerprintOf(revisionData(revision))
        ? []
        : ['its fingerprint is not that of the record its log gives'],
    ]
    return reasons.flat().map((reason) => ({ index, reason }))
  })
}
