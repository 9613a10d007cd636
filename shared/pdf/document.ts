import { accept, type Result } from '../result'
import { fullBudget, type Budget } from './budget'
import { reading, unreadable } from './fault'
import type { Inflate } from './filters'
import { Lexer } from './lexer'
import { Objects, type PdfObject } from './objects'
import { bytesOf, latin1, type PdfDict, type PdfStream, type PdfValue, type Span } from './values'
import { xrefSections, type XrefEntry, type XrefSection } from './xref'

/** A PDF whose every object has been read; nothing in it can fail any more but unpacking a stream. */
export type PdfDocument = {
  readonly bytes: Uint8Array
  /** Only the bytes before this were read. */
  readonly end: number
  /** The trailer of the newest section. */
  readonly trailer: PdfDict
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  /** What the last `startxref` says: the offset of the newest section. */
  readonly startxref: number
  /** From the last `startxref` to behind its `%%EOF`, without a line's end. */
  readonly tail: Span
  /** The first object number that no section uses. */
  readonly nextNumber: number
  /** Every object in use, by its number. */
  readonly objects: ReadonlyMap<number, PdfObject>
  /** Follows references; null where there is nothing. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  /** The data of a stream, unpacked; refused where it is broken or too much. */
  readonly streamData: (stream: PdfStream) => Result<Uint8Array>
}

/**
 * How a PDF is opened: `end` reads the revision that ends before that byte; a `budget` may be shared by all
 * revisions of a file, so that reading each costs no more than a file may.
 */
export type OpenOptions = { readonly inflate: Inflate; readonly end?: number; readonly budget?: Budget }

const HEADER = /^%PDF-\d\.\d/

function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false
  return true
}

function lastIndexOf(bytes: Uint8Array, text: string, end: number): number {
  const word = bytesOf(text)
  let at = end - word.length
  while (at >= 0 && !standsAt(bytes, at, word)) at -= 1
  return at
}

function findTail(bytes: Uint8Array, end: number, budget: Budget): { tail: Span; startxref: number } {
  const start = lastIndexOf(bytes, 'startxref', end)
  if (start < 0) unreadable('This PDF has no end: it is cut off.', 'cutOff')
  const lexer = new Lexer(bytes, { start, end }, budget)
  const startxref = lexer.accept('startxref') ? lexer.whole() : null
  if (startxref === null) return unreadable('The end of this PDF is broken: it is cut off.', 'cutOff')
  while ([9, 10, 12, 13, 32].includes(lexer.peek() ?? -1)) lexer.position += 1
  const mark = lexer.position
  if (latin1(bytes.subarray(mark, Math.min(mark + 5, end))) !== '%%EOF')
    unreadable('The end of this PDF is missing: it is cut off.', 'cutOff')
  return { tail: { start, end: mark + 5 }, startxref }
}

/** The newest entry of each object. */
function merged(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>()
  for (const section of sections)
    for (const [num, entry] of section.entries) if (!entries.has(num)) entries.set(num, entry)
  return entries
}

function highest(entries: ReadonlyMap<number, XrefEntry>, sections: readonly XrefSection[]): number {
  let next = 1
  for (const num of entries.keys()) next = Math.max(next, num + 1)
  for (const { trailer } of sections) {
    const size = trailer.entries.get('Size')
    if (size?.kind === 'number' && Number.isInteger(size.value)) next = Math.max(next, size.value)
  }
  if (next > 10_000_000) unreadable('This PDF says that it has more objects than can be.', 'tooLarge')
  return next
}

function loadAll(objects: Objects, entries: ReadonlyMap<number, XrefEntry>): ReadonlyMap<number, PdfObject> {
  const all = new Map<number, PdfObject>()
  for (const num of entries.keys()) {
    const object = objects.load(num)
    if (object !== null) all.set(num, object)
  }
  return all
}

function open(
  bytes: Uint8Array,
  { inflate, end = bytes.length, budget = fullBudget() }: OpenOptions,
): PdfDocument {
  if (!HEADER.test(latin1(bytes.subarray(0, 8)))) unreadable('This file is not a PDF.', 'notPdf')
  const objects = new Objects(bytes, end, budget, inflate)
  const { tail, startxref } = findTail(bytes, end, budget)
  const readStream = (offset: number) => {
    const { value, place } = objects.at(offset)
    if (value.kind !== 'stream' || place.kind !== 'file')
      return unreadable(
        'Where this PDF says its cross-references are, there are none: it is cut off or broken.',
      )
    return { stream: value, span: place.span, data: objects.data(value) }
  }
  const sections = xrefSections({ bytes, end, budget, readStream }, startxref)
  const entries = merged(sections)
  objects.use(entries)
  const [newest] = sections
  if (newest === undefined) return unreadable('This PDF has no cross-references.')
  const root = objects.resolve(newest.trailer.entries.get('Root'))
  if (root.kind !== 'dict') unreadable('This PDF has no catalog: it is cut off or broken.')
  return {
    bytes,
    end,
    trailer: newest.trailer,
    sections,
    startxref,
    tail,
    nextNumber: highest(entries, sections),
    objects: loadAll(objects, entries),
    resolve: objects.resolve,
    streamData: (stream) => reading(() => accept(objects.data(stream))),
  }
}

/**
 * Opens a PDF (ISO 32000-1) and reads all of its objects within fixed limits. Nothing is repaired or
 * guessed: what is cut off, runs in a circle, is encrypted or says impossible things is refused with a
 * sentence. What follows the last `%%EOF` is left to the caller, see `tail`.
 */
export function openPdf(bytes: Uint8Array, options: OpenOptions): Result<PdfDocument> {
  return reading(() => accept(open(bytes, options)))
}
