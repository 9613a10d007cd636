import { utf8 } from './utf8'

/** Where something lies in the file: the first byte and the one after the last. */
export type Span = { readonly start: number; readonly end: number }

export type PdfNull = { readonly kind: 'null' }
export type PdfBoolean = { readonly kind: 'boolean'; readonly value: boolean }
export type PdfNumber = { readonly kind: 'number'; readonly value: number }
/** A name without its slash, `#xx` decoded; each character is one byte. */
export type PdfName = { readonly kind: 'name'; readonly name: string }
/** A string. `span` holds its delimiters too, and is null where it comes out of an object stream or is made. */
export type PdfString = {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly hex: boolean
  readonly span: Span | null
}
export type PdfRef = { readonly kind: 'ref'; readonly num: number; readonly gen: number }
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
/** A stream; `span` is where its data lies in the file, still encoded. */
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly span: Span }

/** The objects of ISO 32000-1, 7.3. */
export type PdfValue =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfStream

export const NULL: PdfNull = { kind: 'null' }

export const pdfNumber = (value: number): PdfNumber => ({ kind: 'number', value })
export const pdfName = (name: string): PdfName => ({ kind: 'name', name })
export const pdfRef = (num: number, gen = 0): PdfRef => ({ kind: 'ref', num, gen })
export const pdfArray = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items })
export const pdfString = (bytes: Uint8Array, hex = false): PdfString => ({
  kind: 'string',
  bytes,
  hex,
  span: null,
})

/** A dictionary of the given entries, in their order. */
export function pdfDict(entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return { kind: 'dict', entries: new Map(Object.entries(entries)) }
}

/** A copy of a dictionary in which the given entries are new or replaced. */
export function withEntries(dict: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return { kind: 'dict', entries: new Map([...dict.entries, ...Object.entries(entries)]) }
}

/** Shorter than this, characters are put together one by one, which is quicker. */
const SHORT = 48

/** Each byte as one character. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  if (bytes.length < SHORT) {
    for (let at = 0; at < bytes.length; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
    return text
  }
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}

/** Each character as one byte; what is above U+00FF loses its upper bits. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at) & 0xff
  return bytes
}

/** A text string (7.9.2.2): ASCII as it is, anything else as UTF-16BE with its mark. */
export function pdfText(text: string): PdfString {
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return pdfString(bytesOf(text))
  const bytes = [0xfe, 0xff]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    bytes.push(unit >> 8, unit & 0xff)
  }
  return pdfString(Uint8Array.from(bytes), true)
}

/** PDFDocEncoding (annex D.3) where it differs from Latin-1: 0x18 to 0x1f, then 0x80 to 0xa0. */
const ACCENTS = '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'
const HIGH =
  '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e\ufffd\u20ac'

function docEncoded(byte: number): string {
  if (byte >= 0x18 && byte <= 0x1f) return ACCENTS.charAt(byte - 0x18)
  return byte >= 0x80 && byte <= 0xa0 ? HIGH.charAt(byte - 0x80) : String.fromCharCode(byte)
}

/** What a text string says: UTF-16BE or UTF-8 with its mark, else PDFDocEncoding. */
export function textOf({ bytes }: PdfString): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = ''
    for (let at = 2; at + 1 < bytes.length; at += 2)
      text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
    return text
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3))
  return Array.from(bytes, docEncoded).join('')
}
