import type { PdfDocument } from './document'
import { latin1, type Span } from './values'
import { stringsWithin } from './walk'
import type { XrefSection } from './xref'

const LONGEST_GAP = 200

/** Whether the bytes of a table are entries of 20 bytes under plain subsections, and nothing else (7.5.4). */
function isPlainTable({ bytes }: PdfDocument, { span, entries }: XrefSection): boolean {
  const text = (from: number, length: number) =>
    latin1(bytes.subarray(from, Math.min(from + length, span.end)))
  if (text(span.start, 5) !== 'xref\n') return false
  let at = span.start + 5
  let count = 0
  for (;;) {
    const line = /^(\d{1,8}) ([1-9]\d{0,7})\n/.exec(text(at, 20))
    if (line === null) break
    at += line[0].length
    for (let left = Number(line[2]); left > 0; left -= 1) {
      if (!/^\d{10} (00000 n|65535 f)( \n| \r|\r\n)$/.test(text(at, 20))) return false
      at += 20
      count += 1
    }
  }
  const rest = text(at, span.end - at)
  return /^trailer\s+<</.test(rest) && !rest.includes('%') && count === entries.size
}

/** The highest object number of a section; 0 stands for the head of the free ones. */
function highestOf({ entries }: XrefSection): number {
  let highest = 0
  for (const num of entries.keys()) highest = Math.max(highest, num)
  return highest
}

/** Whether a section lists only objects that lie in front of it and behind `from`; none is set free. */
function hasOwnObjects({ entries, span }: XrefSection, from: number, isOldest: boolean): boolean {
  for (const [num, entry] of entries) {
    if (num === 0 ? entry.kind !== 'free' || !isOldest : entry.kind !== 'offset') return false
    if (entry.kind === 'offset' && (entry.offset < from || entry.offset >= span.start)) return false
  }
  return true
}

/**
 * Whether every cross-reference section is a plain table as the standard writes it, so that every reader finds
 * the same objects in it: no comments, sizes that are right, each object in front of the table that names it.
 */
export function hasPlainSections(document: PdfDocument): boolean {
  let [from, size] = [0, 0]
  for (const [index, section] of document.sections.toReversed().entries()) {
    const says = section.trailer.entries.get('Size')
    size = Math.max(size, highestOf(section) + 1)
    const plain =
      section.kind === 'table' &&
      !section.hybrid &&
      says?.kind === 'number' &&
      says.value === size &&
      hasOwnObjects(section, from, index === 0) &&
      isPlainTable(document, section)
    if (!plain) return false
    from = section.span.end
  }
  return true
}

/** Whether the bytes from `from` on hold anything that is no object, table of objects or end of a file. */
export function hasStrayBytes(from: number, { bytes, end, objects, sections }: PdfDocument): boolean {
  const table = new Map(sections.map(({ span }) => [span.end, span.start]))
  const spans: Span[] = []
  for (const { place } of objects.values())
    if (place.kind === 'file' && place.span.start >= from) spans.push(place.span)
  for (const { span } of sections) if (span.start >= from) spans.push(span)
  spans.sort((one, other) => one.start - other.start)
  spans.push({ start: end, end })
  let at = from
  for (const { start, end: behind } of spans) {
    if (start < at || start - at > LONGEST_GAP) return true
    const gap = latin1(bytes.subarray(at, start))
    const tail = /^\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(gap)
    const expected = table.get(at)
    if (expected === undefined ? gap.trim() !== '' : Number(tail?.[1]) !== expected) return true
    at = behind
  }
  return false
}

const KEYWORDS =
  /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj|endobj|endstream|[\r\n]xref[\0\t\n\f\r ]|trailer[\0\t\n\f\r ]*<<|startxref|[\r\n]%%EOF/g

/** Where the keywords of a file may stand: where the parser found them. */
function knownPlaces({ bytes, objects, sections }: PdfDocument): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { num, value, place } of objects.values()) {
    if (place.kind !== 'file') continue
    places.add(place.span.start + String(num).length - 1).add(place.span.end - 6)
    if (value.kind !== 'stream') continue
    const behind = latin1(bytes.subarray(value.span.end, value.span.end + 11))
    places.add(value.span.end + Math.max(0, behind.indexOf('endstream')))
  }
  for (const { span } of sections) {
    places.add(span.start - 1)
    const at = latin1(bytes.subarray(span.start, span.end)).lastIndexOf('trailer')
    places.add(span.start + at)
    const tail = latin1(bytes.subarray(span.end, span.end + LONGEST_GAP))
    places.add(span.end + tail.indexOf('startxref')).add(span.end + tail.indexOf('%%EOF') - 1)
  }
  return places
}

/** What may stand between a line's start and a keyword: white space and the number of an object. */
const BEFORE = new Set([0, 9, 12, 32, ...Array.from('0123456789', (digit) => digit.charCodeAt(0))])

/** Whether a place lies in words (a string, or the title in the XMP packet), and not at the start of a line. */
function isInWords(at: number, { bytes, objects }: PdfDocument): boolean {
  let start = at
  while (start > 0 && BEFORE.has(bytes[start - 1] ?? -1)) start -= 1
  if ([10, 13].includes(bytes[start - 1] ?? 10)) return false
  for (const { value, place } of objects.values()) {
    if (place.kind !== 'file' || at < place.span.start || at >= place.span.end) continue
    const type = value.kind === 'stream' ? value.dict.entries.get('Type') : undefined
    if (value.kind === 'stream' && type?.kind === 'name' && type.name === 'Metadata')
      return at >= value.span.start && at < value.span.end
    for (const { span } of stringsWithin([value]))
      if (span !== null && at > span.start && at < span.end) return true
  }
  return false
}

/**
 * Whether the bytes from `from` on hold the keyword of an object, a table or an end anywhere but where one was
 * read: another reader, one that repairs files, could take it for such.
 */
export function hasHiddenKeywords(from: number, document: PdfDocument): boolean {
  const places = knownPlaces(document)
  const text = latin1(document.bytes.subarray(from, document.end))
  for (const { index } of text.matchAll(KEYWORDS)) {
    const at = from + index
    if (!places.has(at) && !isInWords(at, document)) return true
  }
  return false
}
