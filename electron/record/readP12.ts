import { OctetString } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
  type MacData,
} from 'pkijs'

import { accept, refuse, type Result } from '../../shared/result'
import { buffer } from './engine'
import { identityOf, type Identity } from './identity'
import { sameStamp, stampOf } from './p12Mac'
import { decrypt, type Unopened } from './pbes2'

/** The largest backup that is read, in bytes. */
export const LARGEST_P12 = 1_000_000

/** Each encrypted part costs a derivation of its own; programs write one for the certificates, one for the key. */
const MOST_PARTS = 4

const DAMAGED = refuse('p12', 'This is not a backup of an identity (.p12), or it is damaged.')
const PASSPHRASE = refuse('passphrase', 'The passphrase does not open this backup.')
const OLD = refuse(
  'p12',
  'This backup is encrypted in a way that is not read here; make it anew with AES-256 and PBKDF2.',
)

type Found = { readonly keys: Uint8Array[]; readonly certificates: Uint8Array[] }

function unopened(why: Unopened): Result<never> {
  return why === 'unknown' ? OLD : PASSPHRASE
}

function octetsOf(content: unknown): Uint8Array | null {
  return content instanceof OctetString ? new Uint8Array(content.getValue()) : null
}

async function stamped(content: Uint8Array, data: MacData, passphrase: string): Promise<Result<null>> {
  const { mac, macSalt, iterations: rounds = 1 } = data
  const salt = macSalt.valueBlock.valueHexView
  const hash = mac.digestAlgorithm.algorithmId
  const stamp = await stampOf(content, passphrase, { hash, salt, rounds })
  if (stamp === null) return OLD
  return sameStamp(stamp, mac.digest.valueBlock.valueHexView) ? accept(null) : PASSPHRASE
}

async function opened(safe: ContentInfo, passphrase: string): Promise<Result<Uint8Array>> {
  if (safe.contentType === ContentInfo.DATA) {
    const contents = octetsOf(safe.content)
    return contents === null ? DAMAGED : accept(contents)
  }
  if (safe.contentType !== ContentInfo.ENCRYPTED_DATA) return OLD
  const { encryptedContentInfo } = new EncryptedData({ schema: safe.content })
  const { contentEncryptionAlgorithm } = encryptedContentInfo
  const encrypted = new Uint8Array(encryptedContentInfo.getEncryptedContent())
  const contents = await decrypt(encrypted, contentEncryptionAlgorithm, passphrase)
  return typeof contents === 'string' ? unopened(contents) : accept(contents)
}

async function gather(contents: Uint8Array, passphrase: string, found: Found): Promise<Result<null>> {
  const bags = SafeContents.fromBER(buffer(contents)).safeBags
  if (bags.filter(({ bagValue }) => bagValue instanceof PKCS8ShroudedKeyBag).length > MOST_PARTS)
    return DAMAGED
  for (const { bagValue } of bags) {
    if (bagValue instanceof PrivateKeyInfo) found.keys.push(new Uint8Array(bagValue.toSchema().toBER(false)))
    if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
      found.certificates.push(new Uint8Array(bagValue.parsedValue.toSchema(false).toBER(false)))
    if (bagValue instanceof PKCS8ShroudedKeyBag) {
      const { encryptedData, encryptionAlgorithm } = bagValue
      const key = await decrypt(new Uint8Array(encryptedData.getValue()), encryptionAlgorithm, passphrase)
      if (typeof key === 'string') return unopened(key)
      found.keys.push(key)
    }
  }
  return accept(null)
}

async function allOf(bytes: Uint8Array, passphrase: string): Promise<Result<Found>> {
  const { authSafe, macData } = PFX.fromBER(buffer(bytes))
  const content = octetsOf(authSafe.content)
  if (authSafe.contentType !== ContentInfo.DATA || content === null || macData === undefined) return OLD
  const holds = await stamped(content, macData, passphrase)
  if (!holds.ok) return holds
  const found: Found = { keys: [], certificates: [] }
  const safes = AuthenticatedSafe.fromBER(buffer(content)).safeContents
  if (safes.length > MOST_PARTS) return DAMAGED
  for (const safe of safes) {
    const contents = await opened(safe, passphrase)
    if (!contents.ok) return contents
    const gathered = await gather(contents.value, passphrase, found)
    if (!gathered.ok) return gathered
  }
  return accept(found)
}

/**
 * Reads an identity from PKCS #12 (RFC 7292) as `writeP12` and OpenSSL 3 make it: PBES2 with AES-CBC, stamped
 * with HMAC. The certificate is the one the key belongs to; the others are kept as its chain. Refuses, with a
 * sentence: what is none, another passphrase, an encryption not read here, no key or no certificate for it.
 */
export async function readP12(bytes: Uint8Array, passphrase: string): Promise<Result<Identity>> {
  if (bytes.length > LARGEST_P12) return DAMAGED
  let found: Result<Found>
  try {
    found = await allOf(bytes, passphrase)
  } catch (error) {
    // pkijs and asn1js throw plain errors for whatever is no sound ASN.1.
    if (error instanceof Error) return DAMAGED
    throw error
  }
  if (!found.ok) return found
  const { keys, certificates } = found.value
  const [key, another] = keys
  if (key === undefined) return refuse('p12', 'This backup holds no private key.')
  if (another !== undefined) return refuse('p12', 'This backup holds more than one private key.')
  const tried = certificates.map((certificate) =>
    identityOf(
      key,
      certificate,
      certificates.filter((other) => other !== certificate),
    ),
  )
  const fitting = tried.find(({ ok }) => ok) ?? tried[0]
  return fitting ?? refuse('p12', 'This backup holds no certificate.')
}
