import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

import { asDict, catalogOf, refAt } from '../../shared/pdf/access'
import { openPdf, type PdfDocument } from '../../shared/pdf/document'
import type { PdfSignatureField } from '../../shared/pdf/forms'
import {
  bytesOf,
  latin1,
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRef,
  pdfText,
  withEntries,
  type PdfDict,
  type PdfValue,
} from '../../shared/pdf/values'
import { serialise } from '../../shared/pdf/write'
import { accept, type Result } from '../../shared/result'
import { appearance } from './appearance'
import { roomFor, signDigest } from './cms'
import type { Identity } from './identity'
import { appendUpdate, streamText, type NewObject } from './incremental'
import { inflateNode } from './inflate'
import { newField } from './newField'
import type { Faces } from './outlines'
import { mayBeSigned, type Signable } from './signable'

/** What a PDF is signed with. */
export type SignOptions = {
  readonly identity: Identity
  /** The signer's own clock: ISO 8601 with an offset. */
  readonly at: string
  /** The full name of the field to sign; null for a spare one of a record, else a new and invisible one. */
  readonly field: string | null
  /** Why it is signed, for the signature's own dictionary. */
  readonly reason?: string
  /** What the visible signature is drawn with. */
  readonly faces: Faces
}

/** Wide enough for a file of ten thousand million bytes. */
const BYTE_RANGE = `[0 ${'*'.repeat(10)} ${'*'.repeat(10)} ${'*'.repeat(10)}]`

/** A moment as a PDF holds it (7.9.4), with its offset: `D:20261123181039+01'00'`. */
function pdfDate(at: string): string {
  const offset = /[+-]\d\d:\d\d$/.exec(at)?.[0] ?? '+00:00'
  return `D:${at.slice(0, 19).replace(/\D/g, '')}${offset.replace(':', "'")}'`
}

/** Certifies the PDF: from now on only fields may be filled and signed (12.8.2.2, P 2). */
function certifying(): PdfDict {
  const parameters = pdfDict({ Type: pdfName('TransformParams'), P: pdfNumber(2), V: pdfName('1.2') })
  return pdfDict({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName('DocMDP'),
    TransformParams: parameters,
  })
}

/** The signature's dictionary with room for what is only known in the end; Contents come last. */
function signatureText({ identity, at, reason }: SignOptions, certify: boolean): string {
  const head = serialise(
    pdfDict({
      Type: pdfName('Sig'),
      Filter: pdfName('Adobe.PPKLite'),
      SubFilter: pdfName('ETSI.CAdES.detached'),
      Name: pdfText(identity.facts.name),
      M: pdfText(pdfDate(at)),
      ...(reason === undefined ? {} : { Reason: pdfText(reason) }),
      ...(certify ? { Reference: pdfArray([certifying()]) } : {}),
    }),
  )
  return `${head.slice(0, -2)}/ByteRange ${BYTE_RANGE} /Contents <${'0'.repeat(2 * roomFor(identity))}> >>`
}

function sizeOf(rect: readonly number[] | null): readonly [number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? []
  return [Math.abs(right - left), Math.abs(top - bottom)]
}

function appearanceText(options: SignOptions, [width, height]: readonly [number, number]): string {
  const { identity, at, faces } = options
  const drawn = appearance({ ...identity.facts, at }, faces, width, height)
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: pdfArray([0, 0, width, height].map(pdfNumber)),
    Resources: pdfDict({}),
    Filter: pdfName('FlateDecode'),
  })
  return streamText(dict, latin1(deflateSync(bytesOf(drawn))))
}

/** An object again with other entries; nothing else of it changes. */
function rewritten(
  document: PdfDocument,
  num: number,
  entries: Readonly<Record<string, PdfValue>>,
): NewObject {
  const { gen = 0, value = pdfDict({}) } = document.objects.get(num) ?? {}
  return { num, gen, text: serialise(withEntries(asDict(value) ?? pdfDict({}), entries)) }
}

/** The field with its signature, and its widget with what it shows: mostly one object. */
function filled(
  document: PdfDocument,
  { num, widgets }: PdfSignatureField,
  value: PdfValue,
  shown: PdfValue,
): readonly NewObject[] {
  const look = { AP: pdfDict({ N: shown }) }
  const widget = widgets[0]?.num ?? num
  if (widget === num) return [rewritten(document, num, { V: value, ...look })]
  return [rewritten(document, num, { V: value }), rewritten(document, widget, look)]
}

function certifiedCatalog(document: PdfDocument, signature: PdfValue): readonly NewObject[] {
  const num = refAt(document.trailer, 'Root')?.num
  if (num === undefined) return []
  const before = asDict(document.resolve(catalogOf(document)?.entries.get('Perms')))
  return [rewritten(document, num, { Perms: withEntries(before ?? pdfDict({}), { DocMDP: signature }) })]
}

/** Writes the byte ranges and the signature into the room that was left for them. */
function sealed(bytes: Uint8Array, at: number, text: string, identity: Identity): Uint8Array {
  const start = at + text.lastIndexOf('<00')
  const end = start + 2 * roomFor(identity) + 2
  const range = `[0 ${start} ${end} ${bytes.length - end}]`.padEnd(BYTE_RANGE.length)
  bytes.set(bytesOf(range), at + text.indexOf(BYTE_RANGE))
  const digest = createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()
  const cms = Buffer.from(signDigest(digest, identity)).toString('hex')
  bytes.set(bytesOf(cms), start + 1)
  return bytes
}

function signed({ document, field, certify }: Signable, options: SignOptions): Uint8Array {
  const [signature, look, own] = [0, 1, 2].map((more) => document.nextNumber + more) as [
    number,
    number,
    number,
  ]
  const [value, shown] = [pdfRef(signature), pdfRef(look)]
  const text = signatureText(options, certify)
  const size = sizeOf(field?.widgets[0]?.rect ?? null)
  const update = appendUpdate(
    document,
    [
      { num: signature, gen: 0, text },
      { num: look, gen: 0, text: appearanceText(options, size) },
      ...(field === null ? newField(document, own, { V: value, AP: pdfDict({ N: shown }) }) : []),
      ...(field === null ? [] : filled(document, field, value, shown)),
      ...(certify ? certifiedCatalog(document, value) : []),
    ],
    field === null ? own + 1 : own,
  )
  return sealed(update.bytes, update.offsetOf(signature), text, options.identity)
}

/**
 * Signs a PDF as PAdES baseline B-B (ETSI EN 319 142-1) by an incremental update: no byte before it changes.
 * A record's first signature certifies it: from then on only its signature fields may be filled. A PDF from
 * elsewhere without a field of that name gets a new one, which shows nothing. Refuses with a sentence: what
 * `openPdf` refuses, drafts, locked and certified PDFs, signed and unknown fields, and a certificate out of
 * its dates.
 */
export function signPdf(bytes: Uint8Array, options: SignOptions): Result<Uint8Array> {
  const document = openPdf(bytes, { inflate: inflateNode })
  if (!document.ok) return document
  const signable = mayBeSigned(document.value, options)
  return signable.ok ? accept(signed(signable.value, options)) : signable
}
