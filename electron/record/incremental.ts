import type { PdfDocument } from '../../shared/pdf/document'
import {
  bytesOf,
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  type PdfDict,
  type PdfValue,
} from '../../shared/pdf/values'
import { serialise } from '../../shared/pdf/write'

/** An object of an update: new, or in place of the one with its number. `text` is its value, a byte a character. */
export type NewObject = { readonly num: number; readonly gen: number; readonly text: string }

/** A stream object's text: its dictionary, completed by the length, and its data. */
export function streamText(dict: PdfDict, data: string): string {
  const entries = new Map([...dict.entries, ['Length', pdfNumber(data.length)] as const])
  return `${serialise({ kind: 'dict', entries })}\nstream\n${data}\nendstream`
}

type Placed = NewObject & { readonly offset: number }

/** What a trailer passes on to the next (7.5.5, 7.5.6); /Size, /Prev and what describes a section are new. */
const PASSED_ON: readonly string[] = ['Root', 'Info', 'ID']

function trailer({ trailer: before, startxref }: PdfDocument, size: number): Record<string, PdfValue> {
  const kept = PASSED_ON.flatMap((key) => {
    const value = before.entries.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return { Size: pdfNumber(size), ...Object.fromEntries(kept), Prev: pdfNumber(startxref) }
}

/** Runs of consecutive object numbers, as both forms of cross-references list them. */
function runsOf(objects: readonly Placed[]): readonly (readonly [Placed, ...Placed[]])[] {
  const runs: [Placed, ...Placed[]][] = []
  for (const object of objects.toSorted((one, other) => one.num - other.num)) {
    const run = runs.at(-1)
    if (run !== undefined && run[0].num + run.length === object.num) run.push(object)
    else runs.push([object])
  }
  return runs
}

function table(document: PdfDocument, objects: readonly Placed[], size: number): string {
  const padded = (value: number, length: number) => String(value).padStart(length, '0')
  const sections = runsOf(objects).map((run) => {
    const entries = run.map(({ offset, gen }) => `${padded(offset, 10)} ${padded(gen, 5)} n \n`)
    return `${run[0].num} ${run.length}\n${entries.join('')}`
  })
  return `xref\n${sections.join('')}trailer\n${serialise(pdfDict(trailer(document, size)))}\n`
}

function bigEndian(value: number, bytes: number): string {
  return Array.from({ length: bytes }, (_none, index) =>
    String.fromCharCode(Math.floor(value / 256 ** (bytes - 1 - index)) & 0xff),
  ).join('')
}

/** A cross-reference stream, which lists itself too. */
function stream(document: PdfDocument, objects: readonly Placed[], own: Placed): string {
  const runs = runsOf([...objects, own])
  const data = runs
    .flat()
    .map(({ offset, gen }) => `\x01${bigEndian(offset, 5)}${bigEndian(gen, 2)}`)
    .join('')
  const dict = pdfDict({
    Type: pdfName('XRef'),
    ...trailer(document, own.num + 1),
    Index: pdfArray(runs.flatMap((run) => [pdfNumber(run[0].num), pdfNumber(run.length)])),
    W: pdfArray([1, 5, 2].map(pdfNumber)),
  })
  return `${own.num} 0 obj\n${streamText(dict, data)}\nendobj\n`
}

/**
 * A PDF with an incremental update appended (ISO 32000-1, 7.5.6): the bytes before stay as they are, the
 * cross-references take the form of the newest section. `nextNumber` is the first number that is not used
 * after the update. `offsetOf` says where an object's text begins.
 */
export function appendUpdate(
  document: PdfDocument,
  objects: readonly NewObject[],
  nextNumber: number,
): { readonly bytes: Uint8Array; readonly offsetOf: (num: number) => number } {
  const { bytes: base, sections } = document
  const texts: string[] = base.at(-1) === 10 ? [] : ['\n']
  let offset = base.length + texts.length
  const placed = objects.map((object): Placed => {
    const text = `${object.num} ${object.gen} obj\n${object.text}\nendobj\n`
    const at = offset
    texts.push(text)
    offset += text.length
    return { ...object, offset: at }
  })
  const asStream = sections[0]?.kind === 'stream'
  texts.push(
    asStream
      ? stream(document, placed, { num: nextNumber, gen: 0, text: '', offset })
      : table(document, placed, nextNumber),
    `startxref\n${offset}\n%%EOF\n`,
  )
  const starts = new Map(
    placed.map(({ num, gen, offset: at }) => [num, at + `${num} ${gen} obj\n`.length] as const),
  )
  return {
    bytes: Buffer.concat([base, bytesOf(texts.join(''))]),
    offsetOf: (num) => starts.get(num) ?? -1,
  }
}
