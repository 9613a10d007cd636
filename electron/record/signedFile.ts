import { createHash } from 'node:crypto'

import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'

import { openPdf } from '../../shared/pdf/document'
import { signatureFieldsOf, type PdfSignatureField } from '../../shared/pdf/forms'
import { accept, type Result } from '../../shared/result'
import { attachedRecord, type RecordClaim } from './attachedRecord'
import { buffer } from './engine'
import { inflateNode } from './inflate'

function signerOf(cms: Uint8Array): string | null {
  const content = ContentInfo.fromBER(buffer(cms))
  const { certificates = [], signerInfos } = new SignedData({ schema: content.content })
  const sid: unknown = signerInfos[0]?.sid
  const own = certificates.find(
    (each): each is Certificate =>
      each instanceof Certificate &&
      sid instanceof IssuerAndSerialNumber &&
      each.serialNumber.isEqual(sid.serialNumber) &&
      each.issuer.isEqual(sid.issuer),
  )
  if (own === undefined) return null
  return createHash('sha256')
    .update(new Uint8Array(own.toSchema().toBER(false)))
    .digest('hex')
}

function certificateOf({ value }: PdfSignatureField): readonly string[] {
  const contents = value?.dict.entries.get('Contents')
  if (contents?.kind !== 'string') return []
  try {
    const fingerprint = signerOf(contents.bytes)
    return fingerprint === null ? [] : [fingerprint]
  } catch (error) {
    // Whether a signature holds is for the verifier to say; one that cannot be read is nobody's here.
    if (error instanceof Error) return []
    throw error
  }
}

/** What is to be known of a PDF before it is signed; nothing is said about whether its signatures hold. */
export type SignedFile = {
  /** The SHA-256 of the certificate each signature names as its signer's. */
  readonly signedBy: ReadonlySet<string>
  /** The names of the signature fields that nobody has signed. */
  readonly open: ReadonlySet<string>
  /** The record attached to it, or null. */
  readonly record: RecordClaim | null
}

/** Looks at a PDF that is to be signed. Refuses what `openPdf` refuses. */
export function signedFile(bytes: Uint8Array): Result<SignedFile> {
  const document = openPdf(bytes, { inflate: inflateNode })
  if (!document.ok) return document
  const fields = signatureFieldsOf(document.value)
  return accept({
    signedBy: new Set(fields.flatMap(certificateOf)),
    open: new Set(fields.flatMap(({ name, value }) => (value === null ? [name] : []))),
    record: attachedRecord(document.value),
  })
}
