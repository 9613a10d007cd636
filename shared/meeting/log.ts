import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

import { endsOf, replayOrder } from './dag'
import { BODY_VERSION, type Body, type LogEntry, type MergeEntry, type SaidEntry } from './entries'
import type { Author } from './schema'

/** Where a log stands: how many entries it has and the hash of the last one. */
export type LogHead = { readonly seq: number; readonly hash: string | null }

export const EMPTY_LOG: LogHead = { seq: 0, hash: null }

/** What makes an entry this one: its id, moment (ISO 8601), author and 16 random bytes in hexadecimal. */
export type Stamp = {
  readonly id: string
  readonly at: string
  readonly by: Author
  readonly salt: string
}

/** The canonical JSON of a value (RFC 8785). Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON form')
  return text
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal: a platform's own is several times faster than `sha256Hex`. */
export type Sha256 = (text: string) => string

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** A body's digest: SHA-256 of its salt followed by its canonical JSON. */
export function digestOf(salt: string, body: unknown, sha256Of: Sha256 = sha256Hex): string {
  return sha256Of(salt + canonicalJson(body))
}

/** What the hash of an entry is made of: an entry that joins two copies has no moment and no author. */
export type Hashed = Pick<LogEntry, 'id' | 'v' | 'prev'> &
  ({ readonly at: string; readonly by: Author } | { readonly at?: never; readonly by?: never })

/** The hash that goes with a body's digest: SHA-256 of the canonical JSON of `{ id, at, by, v, digest, prev }`. */
export function hashWith(digest: string, entry: Hashed, sha256Of: Sha256 = sha256Hex): string {
  const { id, v, prev } = entry
  const stamp = entry.at === undefined ? {} : { at: entry.at, by: entry.by }
  return sha256Of(canonicalJson({ id, ...stamp, v, digest, prev }))
}

/** An entry's hash. */
export function hashOf(
  entry: Hashed & { readonly salt: string; readonly body: unknown },
  sha256Of: Sha256 = sha256Hex,
): string {
  return hashWith(digestOf(entry.salt, entry.body, sha256Of), entry, sha256Of)
}

/** The entry that says `body` happened, linked to the log's head. */
export function seal(body: Body, head: LogHead, stamp: Stamp, sha256Of: Sha256 = sha256Hex): SaidEntry {
  const prev = head.hash === null ? [] : [head.hash]
  const unhashed = { ...stamp, v: BODY_VERSION, body, prev } as const
  return {
    seq: head.seq + 1,
    id: stamp.id,
    at: stamp.at,
    by: stamp.by,
    v: BODY_VERSION,
    salt: stamp.salt,
    body,
    prev,
    hash: hashOf(unhashed, sha256Of),
  }
}

function uuidFrom(hash: string): string {
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16)
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
  ]
  return [...parts, hash.slice(20, 32)].join('-')
}

/**
 * The entry that joins two copies, by the hashes of the last entries of both: the same whoever joins them, and
 * in whichever order.
 */
export function sealMerge(
  ends: readonly [string, string],
  body: MergeEntry['body'],
  sha256Of: Sha256 = sha256Hex,
): Omit<MergeEntry, 'seq'> {
  const prev = ends.toSorted()
  const name = canonicalJson(prev)
  const id = uuidFrom(sha256Of(`lectern merge ${name}`))
  const salt = sha256Of(`lectern merge salt ${name}`).slice(0, 32)
  const unhashed = { id, v: BODY_VERSION, salt, body, prev } as const
  return { ...unhashed, hash: hashOf(unhashed, sha256Of) }
}

/** A place where a log does not hold, with the reason in words. `index` counts from 0. */
export type ChainFault = { readonly index: number; readonly reason: string }

/** What the chain of a log is checked by; `body` only where it is an entry that joins two copies. */
type Link = Hashed & { readonly hash: string; readonly body?: { readonly type: string } }

function isMergeLink(entry: Link): boolean {
  return entry.at === undefined
}

/**
 * Where a log with merges is not in its replay order, or has an end that no merge joined to the rest. Every
 * parent must be known to stand before its child.
 */
export function branchFaults(entries: readonly Link[]): readonly ChainFault[] {
  const ends = new Set(endsOf(entries))
  const order = replayOrder(entries)
  return entries.flatMap((entry, index) => [
    ...(ends.has(entry) && index < entries.length - 1
      ? [{ index, reason: 'no entry goes on from it, and it is not the last' }]
      : []),
    ...(order[index] === entry ? [] : [{ index, reason: 'it is not in its place in the order of replay' }]),
  ])
}

/** Whether each entry goes on from the one before it: a log that was never joined with a copy. */
export function isLinear(entries: readonly Link[]): boolean {
  return entries.every(
    ({ prev }, index) => index === 0 || (prev.length === 1 && prev[0] === entries[index - 1]?.hash),
  )
}

function contentHolds(entry: LogEntry, sha256Of: Sha256): boolean {
  if (!isMergeLink(entry)) return entry.hash === hashOf(entry, sha256Of)
  const [a = '', b = ''] = entry.prev
  if (entry.body.type !== 'copies.merged') return false
  const made = sealMerge([a, b], entry.body, sha256Of)
  return entry.id === made.id && entry.salt === made.salt && entry.hash === made.hash
}

/**
 * Every place where the chain is broken: a body or stamp that does not match its hash, a link to an entry that
 * does not stand before it, a number out of order, an id used twice; and, where copies were joined, an entry
 * out of its place or an end left over. `head` is where the entries go on from.
 */
export function chainFaults(
  entries: readonly LogEntry[],
  head: LogHead = EMPTY_LOG,
  sha256Of: Sha256 = sha256Hex,
): readonly ChainFault[] {
  const faults: ChainFault[] = []
  const ids = new Set<string>()
  const known = new Set(head.hash === null ? [] : [head.hash])
  let before = head
  entries.forEach((entry, index) => {
    const links =
      known.size === 0
        ? entry.prev.length === 0
        : entry.prev.length > 0 && entry.prev.every((hash) => known.has(hash))
    if (!contentHolds(entry, sha256Of)) faults.push({ index, reason: 'its content does not match its hash' })
    if (!links) faults.push({ index, reason: 'it does not follow the entry before it' })
    if (entry.seq !== before.seq + 1)
      faults.push({ index, reason: `its number is ${entry.seq}, not ${before.seq + 1}` })
    if (ids.has(entry.id)) faults.push({ index, reason: 'its id is there twice' })
    ids.add(entry.id)
    known.add(entry.hash)
    before = { seq: entry.seq, hash: entry.hash }
  })
  return faults.length > 0 || isLinear(entries) ? faults : branchFaults(entries)
}
