import { webcrypto } from 'node:crypto'

import { CryptoEngine } from 'pkijs'

/** Node's own cryptography for pkijs, handed over with every call: no engine is set for the whole process. */
export const engine = new CryptoEngine({
  name: 'node',
  crypto: webcrypto as unknown as Crypto,
})

/** The bytes alone, in a buffer of their own, as asn1js takes them. */
export function buffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
