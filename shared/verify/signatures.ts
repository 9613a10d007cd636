import { dictAt, itemsAt, nameAt, numbersAt, refAt, textAt, catalogOf } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { signatureFieldsOf, type PdfSignatureField } from '../pdf/forms'
import { latin1, type PdfDict } from '../pdf/values'

/** A signature as the document holds it; nothing is judged yet. */
export type FoundSignature = {
  readonly field: PdfSignatureField
  readonly value: { readonly num: number | null; readonly dict: PdfDict }
  /** What its dictionary says of the signer, for a signature whose certificate cannot be read. */
  readonly claimedName: string | null
  /** The signer's own clock: ISO 8601 with its offset, or null. */
  readonly at: string | null
  readonly cades: boolean
  readonly contents: Uint8Array
  /** What is wrong with the bytes it says it covers, or null. */
  readonly coverage: CoverageFault | null
  /** The byte after the last one it covers, or null where it does not say. */
  readonly end: number | null
  readonly range: readonly [number, number, number, number] | null
}
export type CoverageFault = 'range' | 'start' | 'gap' | 'end' | 'contents'

const PDF_DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/

/** A moment as a PDF writes it (7.9.4), in ISO 8601; null where it is none. */
export function momentOf(text: string | null): string | null {
  const parts = PDF_DATE.exec(text ?? '')
  if (parts === null) return null
  const [, year, month, day, hour, minute, second, hours = '+00', minutes = '00'] = parts
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}.000${hours}:${minutes}`
  return Number.isNaN(Date.parse(moment)) ? null : moment
}

function rangeOf(dict: PdfDict, document: PdfDocument): readonly [number, number, number, number] | null {
  const numbers = numbersAt(dict, 'ByteRange', document.resolve)
  if (numbers?.length !== 4 || !numbers.every((number) => Number.isInteger(number) && number >= 0))
    return null
  const [start = 0, first = 0, second = 0, last = 0] = numbers
  return [start, first, second, last]
}

/** Whether the hexadecimal of a string is as short as can be and in letters of one case. */
function isStrictHex(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  return /^<([0-9a-f]*|[0-9A-F]*)>$/.test(text) && text.length % 2 === 0
}

type Contents = {
  readonly bytes: Uint8Array
  readonly span: { start: number; end: number } | null
  hex: boolean
}

function contentsOf(dict: PdfDict): Contents {
  const value = dict.entries.get('Contents')
  return value?.kind === 'string' ? value : { bytes: new Uint8Array(), span: null, hex: false }
}

function coverageOf(
  range: FoundSignature['range'],
  contents: Contents,
  bytes: Uint8Array,
): CoverageFault | null {
  if (range === null || contents.span === null) return 'range'
  const [start, first, second, last] = range
  if (start !== 0) return 'start'
  if (second + last > bytes.length || last === 0) return 'end'
  const { span } = contents
  if (first !== span.start || second !== span.end) return 'gap'
  return contents.hex && isStrictHex(bytes.subarray(span.start, span.end)) ? null : 'contents'
}

function found(
  field: PdfSignatureField,
  value: FoundSignature['value'],
  document: PdfDocument,
): FoundSignature {
  const { dict } = value
  const { resolve, bytes } = document
  const range = rangeOf(dict, document)
  const contents = contentsOf(dict)
  return {
    field,
    value,
    claimedName: textAt(dict, 'Name', resolve),
    at: momentOf(textAt(dict, 'M', resolve)),
    cades: nameAt(dict, 'SubFilter', resolve) === 'ETSI.CAdES.detached',
    contents: contents.bytes,
    coverage: coverageOf(range, contents, bytes),
    end: range === null ? null : Math.min(range[2] + range[3], bytes.length),
    range,
  }
}

/** The signatures of a document in the order in which they were made. */
export function foundSignatures(document: PdfDocument): readonly FoundSignature[] {
  return signatureFieldsOf(document)
    .flatMap((field) => (field.value === null ? [] : [found(field, field.value, document)]))
    .toSorted((one, other) => (one.end ?? Infinity) - (other.end ?? Infinity))
}

/** The bytes a signature covers, in one piece. */
export function coveredBytes({ range }: FoundSignature, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const [start, first, second, last] = range ?? [0, 0, 0, 0]
  const [one, other] = [bytes.subarray(start, start + first), bytes.subarray(second, second + last)]
  const covered = new Uint8Array(one.length + other.length)
  covered.set(one)
  covered.set(other, one.length)
  return covered
}

/**
 * What the signature allows afterwards as a certifying one (DocMDP, 12.8.2.2): 1 nothing, 2 filling fields
 * and signing, 3 comments too. Null where it does not certify.
 */
export function permissionOf({ value }: FoundSignature, document: PdfDocument): number | null {
  const { resolve } = document
  const certified = refAt(dictAt(catalogOf(document), 'Perms', resolve), 'DocMDP')
  if (certified === null || certified.num !== value.num) return null
  for (const item of itemsAt(value.dict, 'Reference', resolve)) {
    const reference = resolve(item)
    if (reference.kind !== 'dict' || nameAt(reference, 'TransformMethod', resolve) !== 'DocMDP') continue
    const parameters = dictAt(reference, 'TransformParams', resolve)
    const permission = resolve(parameters?.entries.get('P'))
    return permission.kind === 'number' ? permission.value : 2
  }
  return null
}
