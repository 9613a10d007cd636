import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** The hashes a stamp may use, by their object identifiers, with the block each one works in (in bytes). */
const HASHES: Readonly<Record<string, { readonly name: string; readonly block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
}

/** More rounds than this are not gone: a second or two here, and fifty times what programs write. */
const MOST_STAMP_ROUNDS = 1_000_000
/** Between so many rounds the rest of the program has its turn. */
const ROUNDS_AT_ONCE = 5_000
/** The key is for a MAC (RFC 7292, appendix B.3). */
const PURPOSE = 3

/** How a stamp is made: the hash by its object identifier. */
export type Stamp = { readonly hash: string; readonly salt: Uint8Array; readonly rounds: number }

/** A passphrase as the stamp takes it: UTF-16, upper byte first, with a zero at the end (appendix B.1). */
function utf16(passphrase: string): Uint8Array {
  return Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
}

/** Bytes over and over until they fill whole blocks. */
function repeated(bytes: Uint8Array, block: number): Uint8Array {
  return new Uint8Array(block * Math.ceil(bytes.length / block)).map(
    (_none, at) => bytes[at % bytes.length] ?? 0,
  )
}

/**
 * The HMAC that PKCS #12 stamps its content with (RFC 7292, appendix B): as long as the hash, so that one
 * step of the key derivation is enough. Null for a hash that is not known here, and for too many rounds.
 */
export async function stampOf(
  content: Uint8Array,
  passphrase: string,
  { hash, salt, rounds }: Stamp,
): Promise<Uint8Array | null> {
  const known = HASHES[hash]
  if (known === undefined || rounds > MOST_STAMP_ROUNDS) return null
  const { name, block } = known
  let key: Uint8Array = Buffer.concat([
    new Uint8Array(block).fill(PURPOSE),
    repeated(salt, block),
    repeated(utf16(passphrase), block),
  ])
  for (let round = 0; round < rounds; round += 1) {
    key = createHash(name).update(key).digest()
    if (round % ROUNDS_AT_ONCE === ROUNDS_AT_ONCE - 1) await setImmediate()
  }
  return createHmac(name, key).update(content).digest()
}

/** Whether two stamps are the same. */
export function sameStamp(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
