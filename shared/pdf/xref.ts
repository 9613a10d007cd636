import { spend, type Budget } from './budget'
import { unreadable } from './fault'
import { Lexer } from './lexer'
import { xrefStream, type ReadStream } from './xrefStream'
import type { PdfDict, Span } from './values'

/** Where an object lies: at an offset of the file, as one of an object stream, or nowhere any more. */
export type XrefEntry =
  | { readonly kind: 'offset'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number }
  | { readonly kind: 'free' }

/** One cross-reference section (7.5.4, 7.5.8) with its trailer; `span` is where the section itself lies. */
export type XrefSection = {
  readonly kind: 'table' | 'stream'
  readonly span: Span
  readonly trailer: PdfDict
  readonly entries: ReadonlyMap<number, XrefEntry>
  /** Whether a table brings a cross-reference stream along (7.5.8.4). */
  readonly hybrid: boolean
}

/** The tools sections are read with. */
export type XrefSource = {
  readonly bytes: Uint8Array
  readonly end: number
  readonly budget: Budget
  readonly readStream: ReadStream
}

/** A whole number of a trailer, or null where it is not there. */
function offsetAt(trailer: PdfDict, key: string): number | null {
  const value = trailer.entries.get(key)
  if (value === undefined || value.kind === 'null') return null
  if (value.kind !== 'number' || !Number.isInteger(value.value) || value.value < 0)
    unreadable(`The trailer of this PDF says something impossible for /${key}.`)
  return value.value
}

function tableEntries(lexer: Lexer, budget: Budget): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>()
  while (!lexer.accept('trailer')) {
    const first = lexer.whole()
    const count = lexer.whole()
    if (first === null || count === null) unreadable('The cross-reference table of this PDF is broken.')
    for (let num = first; num < first + count; num += 1) {
      spend(budget, 'objects')
      if (entries.has(num)) unreadable(`The cross-reference table of this PDF names object ${num} twice.`)
      entries.set(num, tableEntry(lexer))
    }
  }
  return entries
}

function tableEntry(lexer: Lexer): XrefEntry {
  const offset = lexer.whole()
  const gen = lexer.whole()
  if (offset !== null && gen !== null && lexer.accept('n')) return { kind: 'offset', offset, gen }
  if (offset !== null && gen !== null && lexer.accept('f')) return { kind: 'free' }
  return unreadable('The cross-reference table of this PDF is broken.')
}

function table(source: XrefSource, start: number, lexer: Lexer): XrefSection {
  const entries = tableEntries(lexer, source.budget)
  const trailer = lexer.dict()
  const span = { start, end: lexer.position }
  const beside = offsetAt(trailer, 'XRefStm')
  if (beside === null) return { kind: 'table', span, trailer, entries, hybrid: false }
  const hidden = xrefStream(source, beside).entries
  const inUse = Array.from(entries).filter(([num, { kind }]) => kind !== 'free' || !hidden.has(num))
  return { kind: 'table', span, trailer, entries: new Map([...hidden, ...inUse]), hybrid: true }
}

function section(source: XrefSource, start: number): XrefSection {
  if (start >= source.end)
    unreadable('This PDF points behind its own end: it is cut off or broken.', 'cutOff')
  const lexer = new Lexer(source.bytes, { start, end: source.end }, source.budget)
  if (lexer.accept('xref')) return table(source, start, lexer)
  return xrefStream(source, start)
}

/** All cross-reference sections, the newest first, from the offset that `startxref` names. */
export function xrefSections(source: XrefSource, startxref: number): readonly XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  for (let offset: number | null = startxref; offset !== null;) {
    if (seen.has(offset)) unreadable('The cross-reference sections of this PDF run in a circle.', 'circle')
    seen.add(offset)
    spend(source.budget, 'sections')
    const read = section(source, offset)
    if (read.trailer.entries.has('Encrypt'))
      unreadable('This PDF is encrypted; Lectern reads and signs no encrypted PDF.', 'encrypted')
    sections.push(read)
    offset = offsetAt(read.trailer, 'Prev')
  }
  return sections
}
