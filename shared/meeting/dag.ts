/** What the order of a log depends on: a merge entry has no `at`. */
type Linked = {
  readonly id: string
  readonly hash: string
  readonly prev: readonly string[]
  readonly at?: string
}

type Placed<E> = { readonly entry: E; readonly at: number; missing: number; readonly after: Placed<E>[] }

/** Whether a stands before b where neither descends from the other: merges first, then by moment and id. */
function precedes<E extends Linked>(a: Placed<E>, b: Placed<E>): boolean {
  return a.at === b.at ? a.entry.id < b.entry.id : a.at < b.at
}

function momentOf(at: string | undefined): number {
  return at === undefined ? -Infinity : Date.parse(at)
}

/** Puts one in among those that wait, of which the last is next. */
function queued<E extends Linked>(waiting: Placed<E>[], one: Placed<E>): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = waiting[middle]
    if (there !== undefined && precedes(one, there)) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, one)
}

/**
 * Entries in the order in which they are replayed: each after those it was written after, then by moment and
 * id; a merge right after what it joins. Two sets of entries that differ in nothing but merges give the rest
 * in the same order. An entry that is not among them does not hold up what follows it.
 */
export function replayOrder<E extends Linked>(entries: readonly E[]): E[] {
  const placed = new Map<string, Placed<E>>()
  for (const entry of entries)
    placed.set(entry.hash, { entry, at: momentOf(entry.at), missing: 0, after: [] })
  const waiting: Placed<E>[] = []
  for (const one of placed.values()) {
    for (const hash of one.entry.prev) {
      const before = placed.get(hash)
      if (before === undefined) continue
      before.after.push(one)
      one.missing += 1
    }
  }
  for (const one of placed.values()) if (one.missing === 0) queued(waiting, one)
  const order: E[] = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next.entry)
    for (const one of next.after) {
      one.missing -= 1
      if (one.missing === 0) queued(waiting, one)
    }
  }
  return order
}

/** The entries that no other one follows. */
export function endsOf<E extends Linked>(entries: readonly E[]): readonly E[] {
  const followed = new Set(entries.flatMap(({ prev }) => prev))
  return entries.filter(({ hash }) => !followed.has(hash))
}

/** The part of a log that the entry of this hash was written after, and itself, in the log's order. */
export function upTo<E extends Linked>(log: readonly E[], hash: string): readonly E[] {
  const end = log.findIndex((entry) => entry.hash === hash)
  const wanted = new Set(end < 0 ? [] : [hash])
  for (let at = end; at >= 0; at -= 1) {
    const entry = log[at]
    if (entry !== undefined && wanted.has(entry.hash)) for (const before of entry.prev) wanted.add(before)
  }
  return log.slice(0, end + 1).filter((entry) => wanted.has(entry.hash))
}

/** Says whether the entry of one hash was known to whoever wrote the entry of another. */
export type Ancestry = (before: string, after: string) => boolean

type Place = { readonly chain: number; readonly at: number; readonly seen: readonly number[] }

function joined(places: readonly Place[]): number[] {
  const seen: number[] = []
  const see = (chain: number, at: number) => {
    seen[chain] = Math.max(seen[chain] ?? -1, at)
  }
  for (const place of places) {
    place.seen.forEach((at, chain) => see(chain, at))
    see(place.chain, place.at)
  }
  return seen
}

/** Which entries of a log descend from which. The log must be in an order in which none stands before its parents. */
export function ancestryOf(log: readonly Linked[]): Ancestry {
  const places = new Map<string, Place>()
  const lengths: number[] = []
  for (const { hash, prev } of log) {
    const parents = prev.flatMap((parent) => places.get(parent) ?? [])
    const tip = parents.find(({ chain, at }) => lengths[chain] === at + 1)
    const chain = tip?.chain ?? lengths.length
    const at = lengths[chain] ?? 0
    lengths[chain] = at + 1
    const seen = parents.length === 1 && tip !== undefined ? tip.seen : joined(parents)
    places.set(hash, { chain, at, seen })
  }
  return (before, after) => {
    const [first, second] = [places.get(before), places.get(after)]
    if (first === undefined || second === undefined) return false
    return first.chain === second.chain ? first.at < second.at : (second.seen[first.chain] ?? -1) >= first.at
  }
}
