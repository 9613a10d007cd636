import { createHash, randomBytes, X509Certificate, type webcrypto } from 'node:crypto'

import {
  BitString,
  IA5String,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set,
  Utf8String,
  type AsnType,
} from 'asn1js'
import {
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'

import { accept, refuse, type Result } from '../../shared/result'
import { buffer, engine } from './engine'

const COMMON_NAME = '2.5.4.3'
const EMAIL = '1.2.840.113549.1.9.1'
const SUBJECT_KEY = '2.5.29.14'
const KEY_USAGE = '2.5.29.15'
const SUBJECT_ALTERNATIVE = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
/** digitalSignature and nonRepudiation, the two highest bits of KeyUsage (RFC 5280, 4.2.1.3). */
const SIGNS = { valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 }

const YEARS = 5
/** Before this year a date is a UTCTime, from then on a GeneralizedTime (RFC 5280, 4.1.2.5). */
const GENERALIZED_FROM = 2050

/** What a certificate says. Moments are ISO 8601 in UTC, `fingerprint` is the SHA-256 of the DER. */
export type CertificateFacts = {
  readonly name: string
  readonly email: string
  readonly fingerprint: string
  readonly validFrom: string
  readonly validTo: string
}

/** The SHA-256 of a certificate's DER, in lower-case hexadecimal. */
export function fingerprintOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex')
}

/** Sixteen random bytes as a positive number without a leading zero byte. */
function serialNumber(): Integer {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return new Integer({ valueHex: buffer(bytes) })
}

/** A name of one attribute a step; pkijs would make one step of them all, which few programs show well. */
function subject(name: string, email: string): RelativeDistinguishedNames {
  const step = (type: string, value: AsnType) =>
    new Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] })
  const steps = [step(COMMON_NAME, new Utf8String({ value: name }))]
  if (email !== '') steps.push(step(EMAIL, new IA5String({ value: email })))
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: steps }).toBER(false))
}

function extensions(email: string, keyId: ArrayBuffer): Extension[] {
  const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
    new Extension({ extnID, critical, extnValue: value })
  const names = new GeneralNames({ names: [new GeneralName({ type: 1, value: email })] })
  return [
    extension(BASIC_CONSTRAINTS, true, new BasicConstraints({ cA: false }).toSchema().toBER(false)),
    extension(KEY_USAGE, true, new BitString(SIGNS).toBER(false)),
    extension(SUBJECT_KEY, false, new OctetString({ valueHex: keyId }).toBER(false)),
    ...(email === '' ? [] : [extension(SUBJECT_ALTERNATIVE, false, names.toSchema().toBER(false))]),
  ]
}

function time(moment: Date): Time {
  return new Time({ type: moment.getUTCFullYear() < GENERALIZED_FROM ? 0 : 1, value: moment })
}

/**
 * Makes a self-signed X.509 v3 certificate (RFC 5280) for a key pair that signs, valid for five years from
 * `from`. `email` is ASCII or empty. Returns the DER.
 */
export async function makeCertificate(
  { name, email, from }: { readonly name: string; readonly email: string; readonly from: Date },
  keys: webcrypto.CryptoKeyPair,
): Promise<Uint8Array> {
  const start = new Date(Math.floor(from.getTime() / 1000) * 1000)
  const end = new Date(start)
  end.setUTCFullYear(end.getUTCFullYear() + YEARS)
  const certificate = new Certificate({
    version: 2,
    serialNumber: serialNumber(),
    issuer: subject(name, email),
    subject: subject(name, email),
    notBefore: time(start),
    notAfter: time(end),
  })
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  const spki = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  certificate.extensions = extensions(email, buffer(createHash('sha1').update(spki).digest()))
  await certificate.sign(keys.privateKey, 'SHA-256', engine)
  return new Uint8Array(certificate.toSchema(true).toBER(false))
}

function subjectText(certificate: Certificate, type: string): string {
  const found = certificate.subject.typesAndValues.findLast((each) => each.type === type)
  const value: unknown = found?.value.valueBlock.value
  return typeof value === 'string' ? value : ''
}

function alternativeEmail(x509: X509Certificate): string {
  return /(?:^|, )email:([^,"]+)/.exec(x509.subjectAltName ?? '')?.[1] ?? ''
}

/** Reads a certificate's DER. Refuses anything else with a sentence. */
export function readCertificate(der: Uint8Array): Result<CertificateFacts> {
  try {
    const x509 = new X509Certificate(der)
    const certificate = Certificate.fromBER(buffer(der))
    const email = subjectText(certificate, EMAIL) || alternativeEmail(x509)
    return accept({
      name: subjectText(certificate, COMMON_NAME) || email || 'No name in the certificate',
      email,
      fingerprint: fingerprintOf(x509.raw),
      validFrom: certificate.notBefore.value.toISOString(),
      validTo: certificate.notAfter.value.toISOString(),
    })
  } catch (error) {
    if (error instanceof Error) return refuse('certificate', 'The certificate cannot be read.')
    throw error
  }
}
