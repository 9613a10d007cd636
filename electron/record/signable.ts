import { formatMoment } from '../../shared/capture/due'
import type { PdfDocument } from '../../shared/pdf/document'
import { signatureFieldsOf, type PdfSignatureField } from '../../shared/pdf/forms'
import { fieldName } from '../../shared/record/signatureFields'
import { accept, refuse, type Result } from '../../shared/result'
import { attachedRecord } from './attachedRecord'
import type { CertificateFacts } from './certificate'
import { fits, type Identity } from './identity'
import { allowsNoChange, isLocked } from './permissions'

/** A PDF that may be signed, in which field (null: a new one), and whether the signature certifies it. */
export type Signable = {
  readonly document: PdfDocument
  readonly field: PdfSignatureField | null
  readonly certify: boolean
}

/** Refuses a certificate that is not valid at that moment, with a sentence. */
export function validAt({ validFrom, validTo }: CertificateFacts, at: string): Result<null> {
  const moment = Date.parse(at)
  if (moment < Date.parse(validFrom))
    return refuse(
      'dates',
      `This certificate is valid from ${formatMoment(validFrom, 'UTC')} UTC on; look at this computer’s clock.`,
    )
  if (moment > Date.parse(validTo))
    return refuse(
      'dates',
      `This certificate was valid until ${formatMoment(validTo, 'UTC')} UTC; make a new identity to sign.`,
    )
  return accept(null)
}

/** Whether only white space follows the end of the PDF. */
function endsCleanly({ bytes, tail }: PdfDocument): boolean {
  return bytes.subarray(tail.end).every((byte) => [0, 9, 10, 12, 13, 32].includes(byte))
}

const spare = new RegExp(`^${fieldName(null).replace('1', '')}\\d+$`)

/** The field that is meant: the one of that name, else the first spare one of a record, else a new one. */
function chosen(
  fields: readonly PdfSignatureField[],
  name: string | null,
  isRecord: boolean,
): Result<PdfSignatureField | null> {
  if (name !== null) {
    const named = fields.find((field) => field.name === name)
    return named === undefined
      ? refuse('field', `This PDF has no signature field named “${name}”.`)
      : accept(named)
  }
  if (!isRecord) return accept(null)
  const free = fields.find((field) => spare.test(field.name) && field.value === null)
  return free === undefined
    ? refuse('field', 'Every field for further signatures in this record is signed already.')
    : accept(free)
}

function whyNot(document: PdfDocument): Result<null> {
  if (!endsCleanly(document))
    return refuse('tail', 'There is something behind the end of this PDF, so it is not signed.')
  if (allowsNoChange(document))
    return refuse('certified', 'Who certified this PDF allowed no change to it, not even a signature.')
  return accept(null)
}

/** Whether and where this PDF may be signed by this identity at that moment; a refusal says why not. */
export function mayBeSigned(
  document: PdfDocument,
  wanted: { readonly identity: Identity; readonly at: string; readonly field: string | null },
): Result<Signable> {
  const { identity, at } = wanted
  if (!fits(identity.key, identity.certificate))
    return refuse('key', 'The private key of this identity does not belong to its certificate.')
  const dates = validAt(identity.facts, at)
  if (!dates.ok) return dates
  const open = whyNot(document)
  if (!open.ok) return open
  const record = attachedRecord(document)
  if (record?.fingerprint === null)
    return refuse('draft', 'This record is a draft, and a draft cannot be signed: finalise the record first.')
  const fields = signatureFieldsOf(document)
  const field = chosen(fields, wanted.field, record !== null)
  if (!field.ok) return field
  if (field.value !== null && field.value.value !== null)
    return refuse('signed', `The signature field “${field.value.name}” is signed already.`)
  if (field.value !== null && isLocked(document, fields, field.value.name))
    return refuse('locked', `A signature in this PDF locks the field “${field.value.name}”.`)
  const first = fields.every(({ value }) => value === null)
  return accept({ document, field: field.value, certify: first && record !== null })
}
