import { accept, refuse, type Result } from '../result'
import { ancestryOf, endsOf, replayOrder, type Ancestry } from './dag'
import { isMerge, isSaid, type Body, type LogEntry } from './entries'
import { sealMerge, sha256Hex, type Sha256 } from './log'

/** What goes on after a record was finalised: nothing that a revision holds. */
const NO_CONTENT: ReadonlySet<Body['type'] | 'copies.merged'> = new Set([
  'settings.set',
  'action.statusSet',
  'conflict.settled',
  'record.finalised',
  'record.reopened',
  'record.signed',
  'signOff.given',
  'signOff.withdrawn',
  'copies.merged',
])

/** All that was said, and the merges that something said goes on from; other merges can be made again. */
function needed(entries: ReadonlyMap<string, LogEntry>): LogEntry[] {
  const kept = new Set<LogEntry>()
  const next = [...entries.values()].filter(isSaid).flatMap((entry) => {
    kept.add(entry)
    return entry.prev
  })
  for (let hash = next.pop(); hash !== undefined; hash = next.pop()) {
    const entry = entries.get(hash)
    if (entry === undefined || kept.has(entry)) continue
    kept.add(entry)
    next.push(...entry.prev)
  }
  return [...kept]
}

function revisionOf({ body }: LogEntry): number {
  return body.type === 'record.finalised' ? body.revision.number : 0
}

/**
 * Says, copy by copy, whether the newest revision known by then lacks something of a copy that its author did not
 * know. Each entry is looked at once, and once more where a newer revision turns up: thousands of ends cost no more.
 */
function leavingOut(isBefore: Ancestry): (fresh: readonly LogEntry[]) => boolean {
  const known: LogEntry[] = []
  let newest: LogEntry | null = null
  let lacks = false
  return (fresh) => {
    for (const entry of fresh) known.push(entry)
    const newer = fresh.reduce<LogEntry | null>(
      (last, entry) => (revisionOf(entry) > (last === null ? 0 : revisionOf(last)) ? entry : last),
      newest,
    )
    if (newer === null) return false
    const unseen = newer === newest ? fresh : known
    const { hash: revision } = newer
    lacks =
      (lacks && newer === newest) ||
      unseen.some(
        ({ body, hash }) =>
          !NO_CONTENT.has(body.type) && !isBefore(hash, revision) && !isBefore(revision, hash),
      )
    newest = newer
    return lacks
  }
}

/** Gives, end by end, the entries that lead to it and to no end before it. */
function leadingTo(entries: readonly LogEntry[]): (end: string) => readonly LogEntry[] {
  const waiting = new Map(entries.map((entry) => [entry.hash, entry]))
  return (end) => {
    const found: LogEntry[] = []
    const next = [end]
    for (let hash = next.pop(); hash !== undefined; hash = next.pop()) {
      const entry = waiting.get(hash)
      if (entry === undefined) continue
      waiting.delete(hash)
      found.push(entry)
      next.push(...entry.prev)
    }
    return found
  }
}

/** The merges that join all ends of a log into one, in the order of their hashes. */
function joining(entries: readonly LogEntry[], sha256Of: Sha256): readonly LogEntry[] {
  const ends = endsOf(entries)
    .map(({ hash }) => hash)
    .toSorted()
  const [first, ...others] = ends
  if (first === undefined || others.length === 0) return []
  const freshAt = leadingTo(entries)
  const leavesOut = leavingOut(ancestryOf(replayOrder(entries)))
  leavesOut(freshAt(first))
  const made: LogEntry[] = []
  let last = first
  others.forEach((end, index) => {
    const body = { type: 'copies.merged', reopens: leavesOut(freshAt(end)) } as const
    const merge = sealMerge([last, end], body, sha256Of)
    made.push({ seq: entries.length + index + 1, ...merge })
    last = merge.hash
  })
  return made
}

/** Why two logs cannot be joined without changing what one of them has fixed; null where they can. */
function refused(entries: readonly LogEntry[]): Result<never> | null {
  const ids = new Map<string, string>()
  const revisions = new Set<number>()
  for (const entry of entries) {
    const { id, hash } = entry
    if ((ids.get(id) ?? hash) !== hash)
      return refuse('changed', `Entry ${id} says one thing in the first copy and another in the second.`)
    ids.set(id, hash)
    const number = revisionOf(entry)
    if (revisions.has(number))
      return refuse(
        'finalised',
        `Both copies were finalised on their own: revision ${number} of one is not revision ${number} of the other, and neither may change. Keep both files, and capture by hand in one what only the other holds.`,
      )
    if (number > 0) revisions.add(number)
  }
  return null
}

/**
 * Joins the logs of two copies of one meeting. All that was said in either is in the outcome once; where both
 * went on, merge entries join their ends. The outcome depends on nothing but what was said: A with B is B with
 * A, joining again changes nothing, and any number of copies give the same log in whichever order they are
 * joined. Both logs must be sound. Refuses logs of two meetings (`other`), an entry that differs (`changed`),
 * and a revision that both made on their own (`finalised`).
 */
export function mergeLogs(
  a: readonly LogEntry[],
  b: readonly LogEntry[],
  sha256Of: Sha256 = sha256Hex,
): Result<LogEntry[]> {
  if (a[0] === undefined || a[0].hash !== b[0]?.hash)
    return refuse('other', 'These are not two copies of one meeting: each began on its own.')
  const all = new Map([...b, ...a].map((entry) => [entry.hash, entry]))
  const no = refused([...all.values()])
  if (no !== null) return no
  const entries = needed(all)
  const joined = replayOrder([...entries, ...joining(entries, sha256Of)])
  return accept(joined.map((entry, index) => ({ ...entry, seq: index + 1 })))
}

/** Whether copies were joined in a log. */
export function isJoined(log: readonly LogEntry[]): boolean {
  return log.some(isMerge)
}
