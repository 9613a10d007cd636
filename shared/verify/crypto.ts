import { CryptoEngine } from 'pkijs'

/** WebCrypto as handed in: the browser's `crypto`, or `webcrypto` of node:crypto. */
export type WebCrypto = {
  readonly subtle: {
    digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  }
}

/** The engine for pkijs, passed with every call; none is set for the whole process. */
export function engineOf(crypto: WebCrypto): CryptoEngine {
  return new CryptoEngine({
    name: 'given',
    crypto: crypto as ConstructorParameters<typeof CryptoEngine>[0]['crypto'],
  })
}

/** A copy of bytes in a buffer of its own, as asn1js and WebCrypto take them. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The SHA-256 of bytes in lower-case hexadecimal. */
export async function sha256(crypto: WebCrypto, bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', ownBytes(bytes))))
}

/** Whether two runs of bytes are the same. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
