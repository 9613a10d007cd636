import { spend } from './budget'
import { unreadable } from './fault'
import type { PdfDict, PdfStream, Span } from './values'
import type { XrefEntry, XrefSection, XrefSource } from './xref'

/** Reads the stream object at an offset: where it lies, and its data unpacked. */
export type ReadStream = (offset: number) => {
  readonly stream: PdfStream
  readonly span: Span
  readonly data: Uint8Array
}

function numbersAt(dict: PdfDict, key: string): readonly number[] | null {
  const value = dict.entries.get(key)
  if (value === undefined) return null
  const numbers = (value.kind === 'array' ? value.items : [value]).map((item) =>
    item.kind === 'number' && Number.isInteger(item.value) && item.value >= 0 ? item.value : -1,
  )
  if (numbers.includes(-1))
    unreadable(`A cross-reference stream of this PDF says something impossible for /${key}.`)
  return numbers
}

/** The widths of an entry's three fields, in bytes. */
function widths(dict: PdfDict): readonly [number, number, number] {
  const [type = -1, second = -1, third = -1] = numbersAt(dict, 'W') ?? []
  if (type < 0 || second < 1 || third < 0 || Math.max(type, second, third) > 6)
    unreadable('A cross-reference stream of this PDF says something impossible for /W.')
  return [type, second, third]
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'offset', offset: second, gen: third }
  if (type === 2) return { kind: 'packed', container: second, index: third }
  return { kind: 'free' }
}

/** The cross-reference stream (7.5.8) at an offset. */
export function xrefStream(source: XrefSource, offset: number): XrefSection {
  const { stream, span, data } = source.readStream(offset)
  const { dict } = stream
  const type = dict.entries.get('Type')
  if (type?.kind !== 'name' || type.name !== 'XRef')
    unreadable('Where this PDF says its cross-references are, there are none: it is cut off or broken.')
  const [first, second, third] = widths(dict)
  const ranges = numbersAt(dict, 'Index') ?? [0, ...(numbersAt(dict, 'Size') ?? [0])]
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise
    let value = 0
    for (const end = at + width; at < end; at += 1) value = value * 256 + (data[at] ?? 0)
    return value
  }
  for (let range = 0; range < ranges.length; range += 2) {
    const [from = 0, count = 0] = ranges.slice(range, range + 2)
    if (at + count * (first + second + third) > data.length)
      unreadable('A cross-reference stream of this PDF is shorter than it says.')
    for (let num = from; num < from + count; num += 1) {
      spend(source.budget, 'objects')
      if (entries.has(num)) unreadable(`A cross-reference stream of this PDF names object ${num} twice.`)
      entries.set(num, entryOf(field(first, 1), field(second, 0), field(third, 0)))
    }
  }
  return { kind: 'stream', span, trailer: dict, entries, hybrid: false }
}
