import { createHash, randomBytes } from 'node:crypto'

import { BmpString, OctetString, type AsnType } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  DigestInfo,
  EncryptedContentInfo,
  EncryptedData,
  MacData,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from 'pkijs'

import { buffer } from './engine'
import { privateKeyOf, type Identity } from './identity'
import { stampOf } from './p12Mac'
import { encrypt } from './pbes2'

const SEALED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const SHA256 = '2.16.840.1.101.3.4.2.1'

/** Rounds of the key derivation of the MAC (RFC 7292, appendix B): a quarter of a second here. */
const MAC_ROUNDS = 300_000

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: buffer(bytes) })
}

function der(value: { toSchema(): { toBER(sizeOnly?: boolean): ArrayBuffer } }): Uint8Array {
  return new Uint8Array(value.toSchema().toBER(false))
}

function attribute(type: string, value: AsnType): Attribute {
  return new Attribute({ type, values: [value] })
}

/** What ties the key to its certificate, and the name other programs show for both. */
function attributesOf({ certificate, facts }: Identity): Attribute[] {
  return [
    attribute(LOCAL_KEY_ID, octets(createHash('sha1').update(certificate).digest())),
    attribute(FRIENDLY_NAME, new BmpString({ value: facts.name.replace(/[\u{10000}-\u{10FFFF}]/gu, '?') })),
  ]
}

async function keyBag(identity: Identity, passphrase: string): Promise<SafeContents> {
  const { algorithm, encrypted } = await encrypt(privateKeyOf(identity), passphrase)
  const bagValue = new PKCS8ShroudedKeyBag({
    encryptionAlgorithm: algorithm,
    encryptedData: octets(encrypted),
  })
  return new SafeContents({
    safeBags: [new SafeBag({ bagId: SEALED_KEY_BAG, bagValue, bagAttributes: attributesOf(identity) })],
  })
}

function certificateBag(certificate: Uint8Array, bagAttributes?: Attribute[]): SafeBag {
  const bagValue = new CertBag({ parsedValue: Certificate.fromBER(buffer(certificate)) })
  const bag = { bagId: CERTIFICATE_BAG, bagValue }
  return new SafeBag(bagAttributes === undefined ? bag : { ...bag, bagAttributes })
}

function plain(contents: Uint8Array): ContentInfo {
  return new ContentInfo({ contentType: ContentInfo.DATA, content: octets(contents) })
}

async function sealed(contents: Uint8Array, passphrase: string): Promise<ContentInfo> {
  const { algorithm, encrypted } = await encrypt(contents, passphrase)
  const encryptedContentInfo = new EncryptedContentInfo({
    contentType: ContentInfo.DATA,
    contentEncryptionAlgorithm: algorithm,
    encryptedContent: octets(encrypted),
  })
  return new ContentInfo({
    contentType: ContentInfo.ENCRYPTED_DATA,
    content: new EncryptedData({ version: 0, encryptedContentInfo }).toSchema(),
  })
}

async function stamp(content: Uint8Array, passphrase: string): Promise<MacData> {
  const salt = randomBytes(16)
  const digest = await stampOf(content, passphrase, { hash: SHA256, salt, rounds: MAC_ROUNDS })
  if (digest === null) throw new Error('SHA-256 is always known')
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA256 })
  return new MacData({
    mac: new DigestInfo({ digestAlgorithm, digest: octets(digest) }),
    macSalt: octets(salt),
    iterations: MAC_ROUNDS,
  })
}

/**
 * A backup of an identity as PKCS #12 (RFC 7292): the key and the certificates encrypted by PBES2
 * (AES-256-CBC, PBKDF2 with HMAC-SHA-256), the whole stamped with HMAC-SHA-256. OpenSSL and the
 * certificate stores of the systems read it.
 */
export async function writeP12(identity: Identity, passphrase: string): Promise<Uint8Array> {
  const { certificate, chain } = identity
  const certificates = new SafeContents({
    safeBags: [
      certificateBag(certificate, attributesOf(identity)),
      ...chain.map((above) => certificateBag(above)),
    ],
  })
  const safe = new AuthenticatedSafe({
    safeContents: [
      await sealed(der(certificates), passphrase),
      plain(der(await keyBag(identity, passphrase))),
    ],
  })
  const content = der(safe)
  const pfx = new PFX({ version: 3, authSafe: plain(content), macData: await stamp(content, passphrase) })
  return der(pfx)
}
