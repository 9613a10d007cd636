import { createHash, sign } from 'node:crypto'

import { Integer, Null, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

import { buffer } from './engine'
import type { Identity } from './identity'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const RSA_SHA256 = '1.2.840.113549.1.1.11'

/** More than a signature, its attributes and its algorithms take, up to RSA of 8192 bits. */
const MOST_BESIDES_CERTIFICATES = 3_072

/** The room, in bytes, that a signature by this identity never outgrows. */
export function roomFor({ certificate, chain }: Identity): number {
  // Twice its own: the signer's issuer is named a second time beside the signature.
  return (
    MOST_BESIDES_CERTIFICATES +
    2 * certificate.length +
    chain.reduce((sum, { length }) => sum + length + 64, 0)
  )
}

function attribute(type: string, value: AsnType): Attribute {
  return new Attribute({ type, values: [value] })
}

/** ESSCertIDv2 (RFC 5035) of each certificate sent along, the signer's first; SHA-256 is not named. */
function signingCertificate({ certificate, chain }: Identity): Sequence {
  const ids = [certificate, ...chain].map((der) => {
    const certHash = new OctetString({ valueHex: buffer(createHash('sha256').update(der).digest()) })
    return new Sequence({ value: [certHash] })
  })
  return new Sequence({ value: [new Sequence({ value: ids })] })
}

/** The signed attributes in the order DER wants for a set: by their bytes. */
function signedAttributes(digest: Uint8Array, identity: Identity): SignedAndUnsignedAttributes {
  const attributes = [
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: ContentInfo.DATA })),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: buffer(digest) })),
    attribute(SIGNING_CERTIFICATE_V2, signingCertificate(identity)),
  ]
  const bytes = (each: Attribute) => Buffer.from(each.toSchema().toBER(false))
  return new SignedAndUnsignedAttributes({
    type: 0,
    attributes: attributes.toSorted((one, other) => Buffer.compare(bytes(one), bytes(other))),
  })
}

/** What is signed: the attributes as the set they are, not under the tag they are sent with (RFC 5652, 5.4). */
function signedBytes(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER(false))
  bytes[0] = 0x31
  return bytes
}

function sha256(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: SHA256 })
}

function signatureAlgorithm({ key }: Identity): AlgorithmIdentifier {
  return key.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: RSA_SHA256, algorithmParams: new Null() })
    : new AlgorithmIdentifier({ algorithmId: ECDSA_SHA256 })
}

/**
 * A detached CMS signature (RFC 5652) over content with this SHA-256, as PAdES baseline B-B wants it
 * (ETSI EN 319 142-1): content type, message digest and signing certificate are signed; no time, which
 * stands in the PDF. Returns the DER.
 */
export function signDigest(digest: Uint8Array, identity: Identity): Uint8Array {
  const certificate = Certificate.fromBER(buffer(identity.certificate))
  const signedAttrs = signedAttributes(digest, identity)
  const signature = sign('sha256', signedBytes(signedAttrs), identity.key)
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: new Integer({ valueHex: buffer(certificate.serialNumber.valueBlock.valueHexView) }),
    }),
    digestAlgorithm: sha256(),
    signedAttrs,
    signatureAlgorithm: signatureAlgorithm(identity),
    signature: new OctetString({ valueHex: buffer(signature) }),
  })
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: [certificate, ...identity.chain.map((above) => Certificate.fromBER(buffer(above)))],
    signerInfos: [signer],
  })
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER(false))
}
