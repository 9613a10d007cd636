import type { PdfDocument } from '../pdf/document'
import { checkCms, personName, type CertificateFacts } from './cms'
import type { WebCrypto } from './crypto'
import type { SignerReport } from './report'
import { coverageSentence, looseSentence, say, troubleSentence } from './sentences'
import { coveredBytes, type FoundSignature } from './signatures'

/** Whom this machine's owner knows: certificates by their SHA-256, and whether any of them bears a name. */
export type Known = {
  readonly certificate: (fingerprint: string) => boolean
  readonly name?: (name: string) => boolean
}

/**
 * A signature judged by itself. `faults` are sentences that speak against the record, `loose` those that
 * only a record of Lectern's must not have, `notes` what a reader should know.
 */
export type CheckedSignature = {
  readonly found: FoundSignature
  readonly name: string
  readonly certificate: CertificateFacts | null
  readonly status: SignerReport['status']
  readonly known: boolean
  /** The certificate is not known here, but another one in the same name is. */
  readonly otherOfName: boolean
  readonly faults: readonly string[]
  readonly loose: readonly string[]
  readonly notes: readonly string[]
}

function dateFaults({ name, validFrom, validTo }: CertificateFacts, at: string | null): readonly string[] {
  if (at === null) return [say.undated(name)]
  const when = Date.parse(at)
  if (when < Date.parse(validFrom)) return [say.early(name, validFrom)]
  return when > Date.parse(validTo) ? [say.late(name, validTo)] : []
}

function isOtherOfName({ name, fingerprint }: CertificateFacts, known: Known): boolean {
  return !known.certificate(fingerprint) && known.name?.(name) === true
}

function knowledge(certificate: CertificateFacts, known: Known): readonly string[] {
  const { name, fingerprint } = certificate
  if (known.certificate(fingerprint)) return []
  return [...(isOtherOfName(certificate, known) ? [say.sameName(name)] : []), say.unknown(name)]
}

/** Checks one signature: what it covers, the signature itself, its certificate's dates. */
export async function checkSignature(
  found: FoundSignature,
  document: PdfDocument,
  { crypto, known }: { readonly crypto: WebCrypto; readonly known: Known },
): Promise<CheckedSignature> {
  const { coverage, contents, cades, at } = found
  const covered = coverage === null || coverage === 'contents'
  const data = covered ? coveredBytes(found, document.bytes) : new Uint8Array()
  const { certificate, trouble, loose } = await checkCms(contents, { data, cades, crypto })
  const name = certificate?.name ?? personName(found.claimedName ?? '')
  const status = !covered
    ? 'invalid'
    : trouble === null
      ? 'valid'
      : trouble === 'content'
        ? 'changed'
        : 'invalid'
  const dates = certificate === null ? [] : dateFaults(certificate, at)
  return {
    found,
    name,
    certificate,
    status: dates.length > 0 && status === 'valid' ? 'invalid' : status,
    known: certificate !== null && known.certificate(certificate.fingerprint),
    otherOfName: certificate !== null && isOtherOfName(certificate, known),
    faults: [
      ...(covered || coverage === null ? [] : [coverageSentence(name, coverage)]),
      ...(trouble === null || !covered ? [] : [troubleSentence(name, trouble)]),
      ...dates,
    ],
    loose: [
      ...(coverage === 'contents' ? [coverageSentence(name, coverage)] : []),
      ...loose.map((kind) => looseSentence(name, kind)),
    ],
    notes: certificate === null ? [] : knowledge(certificate, known),
  }
}

/** The signature as the report has it. */
export function reportOf({ name, certificate, known, status, found }: CheckedSignature): SignerReport {
  return { name, fingerprint: certificate?.fingerprint ?? '', known, at: found.at, status }
}
