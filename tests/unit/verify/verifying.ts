import { webcrypto } from 'node:crypto'

import { inflateNode } from '../../../electron/record/inflate'
import type { Identity } from '../../../electron/record/identity'
import type { WebCrypto } from '../../../shared/verify/crypto'
import { folded } from '../../../shared/verify/people'
import { verifyPdf, type Verified } from '../../../shared/verify/verify'
import { identity } from '../identity/identities'
import { recordPdf, signed } from '../sign/signing'

/** Node's cryptography as the verifier takes it. */
export const crypto = webcrypto as unknown as WebCrypto

/** Verifies with Node's tools; nobody is known unless said otherwise. */
export async function verified(bytes: Uint8Array, known: readonly Identity[] = []): Promise<Verified> {
  const prints = new Set(known.map(({ facts }) => facts.fingerprint))
  const names = new Set(known.map(({ facts }) => folded(facts.name)))
  return verifyPdf(bytes, {
    crypto,
    inflate: inflateNode,
    known: { certificate: (print) => prints.has(print), name: (name) => names.has(folded(name)) },
  })
}

/** The report alone. */
export async function reportOf(bytes: Uint8Array, known: readonly Identity[] = []) {
  return (await verified(bytes, known)).report
}

export type Signers = {
  readonly dana: Identity
  readonly bo: Identity
  readonly base: Uint8Array
  readonly once: Uint8Array
  readonly twice: Uint8Array
}

let made: Promise<Signers> | null = null

async function make(): Promise<Signers> {
  const [dana, bo] = [await identity('Dana Ortiz'), await identity('Bo Li', 'bo@example.org')]
  const base = await recordPdf(['Dana Ortiz', 'Bo Li'])
  const once = await signed(base, { identity: dana, field: 'LecternSigner1' })
  const twice = await signed(once, { identity: bo, field: 'LecternSigner2' })
  return { dana, bo, base, once, twice }
}

/** A record that expects Dana Ortiz and Bo Li: unsigned, signed by her, and by both. Made once. */
export async function signedRecord(): Promise<Signers> {
  made ??= make()
  return made
}
