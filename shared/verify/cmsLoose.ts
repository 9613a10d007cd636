import { Null } from 'asn1js'
import {
  type AlgorithmIdentifier,
  type Certificate,
  ContentInfo,
  type SignedData,
  type SignerInfo,
} from 'pkijs'

import { sameBytes } from './crypto'
import { isEcdsaSignature } from './der'

const ECDSA = '1.2.840.10045.4.3.'

function plainParameters({ algorithmParams }: AlgorithmIdentifier): boolean {
  return (
    algorithmParams === undefined || (algorithmParams instanceof Null && algorithmParams.blockLength === 2)
  )
}

function sameIssuer({ issuer }: Certificate, { sid }: SignerInfo): boolean {
  const named: unknown = Reflect.get(sid, 'issuer')
  if (typeof named !== 'object' || named === null || !('toSchema' in named)) return false
  const schema = (named as Certificate['issuer']).toSchema()
  return sameBytes(new Uint8Array(schema.toBER()), new Uint8Array(issuer.toSchema().toBER()))
}

/**
 * Whether anything in a CMS could be changed without its signature noticing: only the one strict form that
 * Lectern writes has no such place. `rsaEncryption` for the algorithm is let pass: OpenSSL writes that, and
 * naming the digest there or not means the same, because it is named beside.
 */
export function looseEnds(
  {
    signed,
    signer,
    certificate,
  }: { readonly signed: SignedData; readonly signer: SignerInfo; readonly certificate: Certificate },
  der: Uint8Array,
): boolean {
  const { signatureAlgorithm, digestAlgorithm, signature } = signer
  const [digests, another] = signed.digestAlgorithms
  const again = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema() })
  const strict =
    sameBytes(new Uint8Array(again.toSchema().toBER()), der) &&
    another === undefined &&
    digests?.algorithmId === digestAlgorithm.algorithmId &&
    [digests, digestAlgorithm, signatureAlgorithm].every(plainParameters) &&
    signer.version === 1 &&
    sameIssuer(certificate, signer) &&
    signer.unsignedAttrs === undefined &&
    signed.crls === undefined &&
    (!signatureAlgorithm.algorithmId.startsWith(ECDSA) || isEcdsaSignature(signature.valueBlock.valueHexView))
  return !strict
}
