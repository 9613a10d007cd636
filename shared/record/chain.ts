import type { Fault } from '../meeting/file'
import { branchFaults, digestOf, hashWith, sealMerge } from '../meeting/log'
import type { RecordLogEntry } from './schema'

function contentHolds(entry: RecordLogEntry): boolean {
  if ('digest' in entry) return entry.hash === hashWith(entry.digest, entry)
  if ('at' in entry) return entry.hash === hashWith(digestOf(entry.salt, entry.body), entry)
  const [a = '', b = ''] = entry.prev
  const made = sealMerge([a, b], entry.body)
  return entry.id === made.id && entry.salt === made.salt && entry.hash === made.hash
}

/** Where one entry does not go on from the one before it; the first goes on from what the record leaves out. */
function brokenLinks(log: readonly RecordLogEntry[]): ReadonlySet<number> {
  const broken = log.flatMap(({ prev }, index) => {
    const before = log[index - 1]
    return prev.length === 1 && (before === undefined || prev[0] === before.hash) ? [] : [index]
  })
  return new Set(broken)
}

/**
 * The same where copies were joined. A branch may begin before the start of the meeting and then goes on from
 * what the record leaves out; all the rest must hang together, in the order of replay.
 */
function brokenBranches(log: readonly RecordLogEntry[]): readonly Fault[] {
  const later = new Set<string>()
  for (const { hash } of log) later.add(hash)
  const links = log.flatMap(({ hash, prev }, index) => {
    later.delete(hash)
    const holds = prev.length > 0 && prev.every((parent) => !later.has(parent) && parent !== hash)
    return holds ? [] : [{ index, reason: 'it does not follow the entry before it' }]
  })
  const faults = links.length > 0 ? links : branchFaults(log)
  return faults.map(({ index, reason }) => ({ path: `record.log[${index}]`, reason }))
}

/** Where the chain of a record's log is broken. */
export function chainFaults(log: readonly RecordLogEntry[]): readonly Fault[] {
  const ids = new Set<string>()
  const joined = log.some(({ prev }) => prev.length > 1)
  const broken = joined ? new Set<number>() : brokenLinks(log)
  const faults = log.flatMap((entry, index) => {
    const path = `record.log[${index}]`
    const double = ids.has(entry.id)
    ids.add(entry.id)
    return [
      contentHolds(entry) ? [] : [{ path, reason: 'its content does not match its hash' }],
      broken.has(index) ? [{ path, reason: 'it does not follow the entry before it' }] : [],
      double ? [{ path, reason: 'its id is there twice' }] : [],
    ].flat()
  })
  return joined ? [...faults, ...brokenBranches(log)] : faults
}
