import { fromBER, type AsnType } from 'asn1js'
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs'

import { certificateHashes, digestAttribute, hasDoubles, OID } from './cmsAttributes'
import { looseEnds } from './cmsLoose'
import { engineOf, ownBytes, sameBytes, sha256, type WebCrypto } from './crypto'
import { derLength } from './der'

/** What a certificate says; moments are ISO 8601 in UTC, `fingerprint` is the SHA-256 of its DER. */
export type CertificateFacts = {
  readonly name: string
  readonly fingerprint: string
  readonly validFrom: string
  readonly validTo: string
}

/**
 * What became of a CMS signature. `trouble`: it holds, or what it covers was changed (`content`), or it does
 * not hold by itself, and why. `loose` names what in it nothing protects.
 */
export type CmsReport = {
  readonly certificate: CertificateFacts | null
  readonly trouble: null | 'content' | CmsTrouble
  readonly loose: readonly ('padding' | 'structure')[]
}
export type CmsTrouble = 'unreadable' | 'weak' | 'certificate' | 'signature'

type Parsed = {
  readonly signed: SignedData
  readonly signer: SignerInfo
  readonly certificate: Certificate
  /** The signer's certificate first, as they lie in the file. */
  readonly raw: readonly Uint8Array[]
}

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
/** SHA-1 with RSA and with ECDSA: broken for signatures. */
const WEAK = new Set(['1.2.840.113549.1.1.5', '1.2.840.10045.4.1'])

const LONGEST_NAME = 200

function children(node: AsnType | undefined): readonly AsnType[] {
  const value: unknown = node === undefined ? [] : Reflect.get(node.valueBlock, 'value')
  return Array.isArray(value) ? (value as AsnType[]) : []
}

/** The certificates of a SignedData as they were encoded. */
function rawCertificates(der: Uint8Array<ArrayBuffer>): readonly Uint8Array[] {
  const signedData = children(children(fromBER(der).result)[1])[0]
  const set = children(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  return children(set).map(({ valueBeforeDecodeView }) => valueBeforeDecodeView)
}

function isSigners(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (!('issuer' in sid) || !('serialNumber' in sid)) return false
  return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
}

/** `certificate`: the one it was signed with is not in it. */
function parsed(der: Uint8Array<ArrayBuffer>): Parsed | 'unreadable' | 'certificate' {
  const info = ContentInfo.fromBER(der)
  if (info.contentType !== ContentInfo.SIGNED_DATA) return 'unreadable'
  const signed = new SignedData({ schema: info.content })
  const [signer, another] = signed.signerInfos
  if (signer === undefined || another !== undefined) return 'unreadable'
  if (signed.encapContentInfo.eContentType !== ContentInfo.DATA) return 'unreadable'
  if (signed.encapContentInfo.eContent !== undefined) return 'unreadable'
  const all = rawCertificates(der)
  const index = all.findIndex((raw) => isSigners(Certificate.fromBER(ownBytes(raw)), signer))
  const own = all[index]
  if (own === undefined) return 'certificate'
  const certificate = Certificate.fromBER(ownBytes(own))
  return { signed, signer, certificate, raw: [own, ...all.filter((_raw, at) => at !== index)] }
}

/** A name as sentences can hold it, whatever the file says: one line, of a length to be read. */
export function personName(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim()
  if (line === '') return 'somebody without a name'
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line
}

function commonName(certificate: Certificate): string {
  const found = certificate.subject.typesAndValues.findLast(({ type }) => type === OID.commonName)
  const value: unknown = found?.value.valueBlock.value
  return personName(typeof value === 'string' ? value : '')
}

async function factsOf({ certificate, raw }: Parsed, crypto: WebCrypto): Promise<CertificateFacts> {
  return {
    name: commonName(certificate),
    fingerprint: await sha256(crypto, raw[0] ?? new Uint8Array()),
    validFrom: certificate.notBefore.value.toISOString(),
    validTo: certificate.notAfter.value.toISOString(),
  }
}

type Wanted = { readonly data: Uint8Array<ArrayBuffer>; readonly cades: boolean; readonly crypto: WebCrypto }

async function troubleOf(found: Parsed, wanted: Wanted): Promise<CmsReport['trouble']> {
  const { signed, signer, raw } = found
  const { data, cades, crypto } = wanted
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId]
  if (digest === undefined || WEAK.has(signer.signatureAlgorithm.algorithmId)) return 'weak'
  const attributes = signer.signedAttrs?.attributes ?? []
  if (cades || attributes.length > 0) {
    const noted = digestAttribute(attributes)
    if (noted === null || hasDoubles(attributes)) return 'unreadable'
    const actual = new Uint8Array(await crypto.subtle.digest(digest, data))
    if (!sameBytes(noted, actual)) return 'content'
  }
  const named = certificateHashes(attributes)
  const own = raw[0] ?? new Uint8Array()
  if (named === null ? cades : !(await isNamed(own, named.slice(0, 1), crypto))) return 'certificate'
  const verifying = signed.verify({ signer: 0, data: data.buffer, checkChain: false }, engineOf(crypto))
  if (await verifying.catch(() => false)) return null
  return attributes.length > 0 ? 'signature' : 'content'
}

type Named = NonNullable<ReturnType<typeof certificateHashes>>

async function isNamed(certificate: Uint8Array, named: Named, crypto: WebCrypto): Promise<boolean> {
  for (const { algorithm, hash } of named) {
    const name = DIGESTS[algorithm]
    if (name === undefined) continue
    const actual = new Uint8Array(await crypto.subtle.digest(name, ownBytes(certificate)))
    if (sameBytes(hash, actual)) return true
  }
  return false
}

async function looseOf(found: Parsed, der: Uint8Array, crypto: WebCrypto): Promise<boolean> {
  const named = certificateHashes(found.signer.signedAttrs?.attributes ?? []) ?? []
  for (const raw of found.raw) if (!(await isNamed(raw, named, crypto))) return true
  return looseEnds(found, der)
}

/**
 * Checks a detached CMS signature (RFC 5652) over `data`; `contents` may be padded with zeros. `cades` wants
 * the signing certificate named as ETSI EN 319 142-1 has it. The chain of certificates is not judged.
 */
export async function checkCms(contents: Uint8Array, wanted: Wanted): Promise<CmsReport> {
  const length = derLength(contents)
  const broken: CmsReport = { certificate: null, trouble: 'unreadable', loose: [] }
  if (length === null) return broken
  const der = ownBytes(contents.subarray(0, length))
  const padding = contents.subarray(length).every((byte) => byte === 0) ? [] : (['padding'] as const)
  try {
    const found = parsed(der)
    if (typeof found === 'string') return { ...broken, trouble: found }
    const structure = (await looseOf(found, der, wanted.crypto)) ? (['structure'] as const) : []
    return {
      certificate: await factsOf(found, wanted.crypto),
      trouble: await troubleOf(found, wanted),
      loose: [...padding, ...structure],
    }
  } catch (error) {
    // What asn1js and pkijs throw for bytes that are no CMS; they have no errors of their own for it.
    if (error instanceof Error) return broken
    throw error
  }
}
