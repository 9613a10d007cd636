import { createHash } from 'node:crypto'

import { signDigest } from '../../../electron/record/cms'
import type { Identity } from '../../../electron/record/identity'
import { appendUpdate, type NewObject } from '../../../electron/record/incremental'
import { inflateNode } from '../../../electron/record/inflate'
import { asDict } from '../../../shared/pdf/access'
import { openPdf, type PdfDocument } from '../../../shared/pdf/document'
import { signatureFieldsOf } from '../../../shared/pdf/forms'
import { bytesOf, latin1, pdfRef, withEntries, type PdfDict, type PdfValue } from '../../../shared/pdf/values'
import { serialise } from '../../../shared/pdf/write'
import { valueOf } from '../identity/identities'

/** A PDF opened that must be readable. */
export function opened(bytes: Uint8Array): PdfDocument {
  return valueOf(openPdf(bytes, { inflate: inflateNode }))
}

/** The file with an update that writes these objects. */
export function updated(bytes: Uint8Array, ...objects: readonly NewObject[]): Uint8Array {
  const document = opened(bytes)
  const next = Math.max(document.nextNumber, ...objects.map(({ num }) => num + 1))
  return appendUpdate(document, objects, next).bytes
}

/** An object that says what it said, with other entries. */
export function rewritten(
  bytes: Uint8Array,
  num: number,
  entries: Readonly<Record<string, PdfValue>>,
): NewObject {
  const { value, gen } = opened(bytes).objects.get(num) ?? { value: { kind: 'null' as const }, gen: 0 }
  return { num, gen, text: serialise(withEntries(asDict(value) ?? emptyDict, entries)) }
}

const emptyDict: PdfDict = { kind: 'dict', entries: new Map() }

/** The file with text put at its end. */
export function appended(bytes: Uint8Array, text: string): Uint8Array {
  return Buffer.concat([bytes, bytesOf(text)])
}

/** The file with one byte turned into another. */
export function flipped(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}

/** Where the hexadecimal of a field's signature lies, brackets and all. */
export function contentsOf(bytes: Uint8Array, field: string): { start: number; end: number; used: number } {
  const found = signatureFieldsOf(opened(bytes)).find(({ name }) => name === field)
  const contents = found?.value?.dict.entries.get('Contents')
  if (contents?.kind !== 'string' || contents.span === null) throw new Error(`${field} is not signed`)
  const { start, end } = contents.span
  const text = latin1(bytes.subarray(start + 1, end - 1))
  return { start, end, used: text.replace(/(00)+$/, '').length }
}

type Forged = {
  readonly field: string
  readonly identity: Identity
  readonly at?: string
  /** The byte range of a signature whose contents lie from `start` to `end` in a file of `length` bytes. */
  readonly range?: (start: number, end: number, length: number) => readonly number[]
  /** What else changes in the field. */
  readonly entries?: Readonly<Record<string, PdfValue>>
  /** What else stands in the signature's dictionary. */
  readonly more?: string
  /** The CMS over the covered bytes; Lectern's own by this identity unless said otherwise. */
  readonly cms?: (covered: Uint8Array) => Uint8Array
  /** Other objects that come in the same update. */
  readonly objects?: readonly NewObject[]
}

const ROOM = 6000

/** Signs a PDF as somebody who keeps to no rule would. */
export function forged(bytes: Uint8Array, wanted: Forged): Uint8Array {
  const {
    field,
    identity,
    at = "D:20261123181039+01'00'",
    range,
    entries = {},
    more = '',
    objects = [],
    cms = (covered) => signDigest(createHash('sha256').update(covered).digest(), identity),
  } = wanted
  const document = opened(bytes)
  const found = signatureFieldsOf(document).find(({ name }) => name === field)
  if (found === undefined) throw new Error(`there is no field ${field}`)
  const num = Math.max(document.nextNumber, ...objects.map((object) => object.num + 1))
  const blank = `[${'*'.repeat(60)}]`
  const text = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${at}) ${more} /ByteRange ${blank} /Contents <${'0'.repeat(ROOM)}> >>`
  const update = appendUpdate(
    document,
    [{ num, gen: 0, text }, rewritten(bytes, found.num, { V: pdfRef(num), ...entries }), ...objects],
    num + 1,
  )
  const out = new Uint8Array(update.bytes)
  const start = update.offsetOf(num) + text.indexOf('<000')
  const end = start + ROOM + 2
  const numbers = range?.(start, end, out.length) ?? [0, start, end, out.length - end]
  out.set(bytesOf(`[${numbers.join(' ')}]`.padEnd(blank.length)), update.offsetOf(num) + text.indexOf(blank))
  const [from = 0, first = 0, second = 0, last = 0] = numbers
  const covered = Buffer.concat([out.subarray(from, from + first), out.subarray(second, second + last)])
  out.set(bytesOf(Buffer.from(cms(covered)).toString('hex')), start + 1)
  return out
}
