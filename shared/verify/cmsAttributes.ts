import { ObjectIdentifier, type AsnType } from 'asn1js'
import type { Attribute } from 'pkijs'

/** The object identifiers a signature of ours is made of (RFC 5652, RFC 5035, X.520). */
export const OID = {
  commonName: '2.5.4.3',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  data: '1.2.840.113549.1.7.1',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

const SEQUENCE = 16
const OCTET_STRING = 4

function valueOf(attributes: readonly Attribute[], type: string): AsnType | null {
  const found = attributes.find((attribute) => attribute.type === type)
  const values: readonly AsnType[] = found?.values ?? []
  return values.length === 1 ? (values[0] ?? null) : null
}

function isA(node: AsnType | undefined, tag: number): node is AsnType {
  return node?.idBlock.tagClass === 1 && node.idBlock.tagNumber === tag
}

function items(node: AsnType | null | undefined): readonly AsnType[] {
  const value: unknown = isA(node ?? undefined, SEQUENCE) ? Reflect.get(node?.valueBlock ?? {}, 'value') : []
  return Array.isArray(value) ? (value as AsnType[]) : []
}

function octets(node: AsnType | null | undefined): Uint8Array | null {
  if (node === null || !isA(node, OCTET_STRING)) return null
  const value: unknown = Reflect.get(node.valueBlock, 'valueHexView')
  return value instanceof Uint8Array ? value : null
}

function identifier(node: AsnType | null | undefined): string {
  return node instanceof ObjectIdentifier ? node.getValue() : ''
}

/** The value of message-digest where the attributes are those of detached data, else null. */
export function digestAttribute(attributes: readonly Attribute[]): Uint8Array | null {
  const type = valueOf(attributes, OID.contentType)
  if (identifier(type) !== OID.data) return null
  return octets(valueOf(attributes, OID.messageDigest))
}

/** Whether an attribute is there twice, so that readers could take one or the other. */
export function hasDoubles(attributes: readonly Attribute[]): boolean {
  return new Set(attributes.map(({ type }) => type)).size !== attributes.length
}

/** The certificates that signing-certificate-v2 names, the signer's first; null where the attribute is missing. */
export function certificateHashes(
  attributes: readonly Attribute[],
): readonly { readonly algorithm: string; readonly hash: Uint8Array }[] | null {
  const value = valueOf(attributes, OID.signingCertificateV2)
  if (value === null) return null
  return items(items(value)[0]).flatMap((certId) => {
    const [first, second] = items(certId)
    const named = isA(first, SEQUENCE)
    const hash = octets(named ? second : first)
    const algorithm = named ? identifier(items(first)[0]) : OID.sha256
    return hash === null ? [] : [{ algorithm, hash }]
  })
}
