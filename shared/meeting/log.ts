import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

import { BODY_VERSION, type Body, type LogEntry } from './entries'
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

/** An entry's hash: SHA-256 of the canonical JSON of `{ id, at, by, v, digest, prev }`. */
export function hashOf(
  entry: Pick<LogEntry, 'id' | 'at' | 'by' | 'v' | 'prev' | 'salt'> & { body: unknown },
  sha256Of: Sha256 = sha256Hex,
): string {
  const { id, at, by, v, prev, salt, body } = entry
  return sha256Of(canonicalJson({ id, at, by, v, digest: digestOf(salt, body, sha256Of), prev }))
}

/** The entry that says `body` happened, linked to the log's head. */
export function seal(body: Body, head: LogHead, stamp: Stamp, sha256Of: Sha256 = sha256Hex): LogEntry {
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

/** A place where a log does not hold, with the reason in words. `index` counts from 0. */
export type ChainFault = { readonly index: number; readonly reason: string }

/**
 * Every place where the chain is broken: a body or stamp that does not match its hash, a link that does
 * not name the entry before, a number out of order, an id used twice. `head` is where the entries go on from.
 */
export function chainFaults(
  entries: readonly LogEntry[],
  head: LogHead = EMPTY_LOG,
  sha256Of: Sha256 = sha256Hex,
): readonly ChainFault[] {
  const faults: ChainFault[] = []
  const ids = new Set<string>()
  let before = head
  entries.forEach((entry, index) => {
    const links =
      before.hash === null
        ? entry.prev.length === 0
        : entry.prev.length === 1 && entry.prev[0] === before.hash
    if (entry.hash !== hashOf(entry, sha256Of))
      faults.push({ index, reason: 'its content does not match its hash' })
    if (!links) faults.push({ index, reason: 'it does not follow the entry before it' })
    if (entry.seq !== before.seq + 1)
      faults.push({ index, reason: `its number is ${entry.seq}, not ${before.seq + 1}` })
    if (ids.has(entry.id)) faults.push({ index, reason: 'its id is there twice' })
    ids.add(entry.id)
    before = { seq: entry.seq, hash: entry.hash }
  })
  return faults
}
