import { createPrivateKey, X509Certificate, webcrypto, type KeyObject } from 'node:crypto'

import { accept, refuse, type Result } from '../../shared/result'
import { makeCertificate, readCertificate, type CertificateFacts } from './certificate'

/**
 * A signer's identity, opened: the private key, the certificate (DER) that belongs to it, and the certificates
 * above it where somebody else issued it.
 */
export type Identity = {
  readonly key: KeyObject
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly facts: CertificateFacts
}

/** The private key as PKCS #8 (RFC 5958) in DER: secret, for sealing only. */
export function privateKeyOf({ key }: Pick<Identity, 'key'>): Uint8Array {
  return key.export({ format: 'der', type: 'pkcs8' })
}

function usable(key: KeyObject): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = key
  if (asymmetricKeyType === 'ec') return true
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
}

function readKey(pkcs8: Uint8Array): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Whether a private key belongs to a certificate (DER). */
export function fits(key: KeyObject, certificate: Uint8Array): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(key)
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/**
 * Puts a private key (PKCS #8, DER) and its certificate together. Refuses a key that cannot be read, that is
 * neither an elliptic-curve key nor RSA of 2048 bits or more, and one that is not the certificate's.
 */
export function identityOf(
  pkcs8: Uint8Array,
  certificate: Uint8Array,
  chain: readonly Uint8Array[] = [],
): Result<Identity> {
  const key = readKey(pkcs8)
  if (key === null) return refuse('key', 'The private key of this identity cannot be read.')
  if (!usable(key))
    return refuse('key', 'This kind of key cannot sign here: it takes ECDSA, or RSA of 2048 bits or more.')
  const facts = readCertificate(certificate)
  if (!facts.ok) return facts
  if (!fits(key, certificate))
    return refuse('key', 'The private key of this identity does not belong to its certificate.')
  return accept({ key, certificate, chain, facts: facts.value })
}

/** Makes a new identity: an ECDSA key on P-256 and a certificate for it that it signed itself. */
export async function makeIdentity(who: {
  readonly name: string
  readonly email: string
  readonly from: Date
}): Promise<Result<Identity>> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const certificate = await makeCertificate(who, keys)
  return identityOf(new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)), certificate)
}
