import { fullBudget } from '../pdf/budget'
import { openPdf, type PdfDocument } from '../pdf/document'
import type { Inflate } from '../pdf/filters'
import { latin1 } from '../pdf/values'
import type { CheckedSignature } from './checkSignature'
import { beforeFirst, afterSignature, changeSentence, say } from './sentences'
import { permissionOf } from './signatures'
import { forbiddenChanges, type Update } from './updates'

/** What came after a signature and may not: sentences, by the signature they follow. */
export type Later = { readonly after: CheckedSignature; readonly sentences: readonly string[] }

/** The states of a file: as it was made, at the first signature, and how to read it at any other. */
export type History = {
  readonly whole: PdfDocument
  readonly signatures: readonly CheckedSignature[]
  /** The document before anybody signed, or null where that cannot be read by itself. */
  readonly made: PdfDocument | null
  /** The document as the first signature covers it, or null. */
  readonly first: PdfDocument | null
  readonly read: (end: number) => PdfDocument | null
}

const MOST_NAMED = 12
const LONGEST_TAIL = 200

/** Where the oldest part of a file ends: behind the `%%EOF` that follows its cross-references. */
function endOfOldest({ sections, bytes }: PdfDocument): number | null {
  const from = sections.at(-1)?.span.end ?? 0
  const at = latin1(bytes.subarray(from, from + LONGEST_TAIL)).indexOf('%%EOF')
  return at < 0 ? null : from + at + '%%EOF'.length
}

/** Where a signature's state ends, or null where what it covers is not sound. */
function endOf({ found: { coverage, end } }: CheckedSignature): number | null {
  return coverage === null || coverage === 'contents' ? end : null
}

/** Reads the states of a file that matter; all of them together cost no more than one file may. */
export function historyOf(
  whole: PdfDocument,
  signatures: readonly CheckedSignature[],
  inflate: Inflate,
): History {
  const budget = fullBudget()
  const read = (end: number): PdfDocument | null => {
    if (end === whole.end) return whole
    const opened = openPdf(whole.bytes, { inflate, end, budget })
    return opened.ok ? opened.value : null
  }
  const [first] = signatures
  const end = first === undefined ? null : endOf(first)
  const oldest = whole.sections.length === 1 ? whole.end : endOfOldest(whole)
  return {
    whole,
    signatures,
    made: oldest === null ? null : read(oldest),
    first: end === null ? null : read(end),
    read,
  }
}

function named(update: Update, since: string): readonly string[] {
  const changes = forbiddenChanges(update).slice(0, MOST_NAMED)
  return changes.map((change) => changeSentence(since, change))
}

/** What stands in a record between its making and its first signature, or its end, and no signer puts there. */
export function earlierChanges({ whole, signatures, made, first }: History): readonly string[] {
  if (made === null) return [say.unmade]
  const [signature] = signatures
  if (signature === undefined) return whole.sections.length === 1 ? [] : [say.updated]
  if (first === null) return []
  const signer = signature.found.value.num
  return named({ before: made, after: first, signature: signer, certifies: true }, beforeFirst)
}

function changesSince(
  checked: CheckedSignature,
  document: PdfDocument,
  next: { readonly document: PdfDocument; readonly signature: CheckedSignature | undefined },
): readonly string[] {
  const { document: after, signature } = next
  if (document.end === after.end) return signature === undefined ? [] : [say.twice(checked.name)]
  if (signature === undefined && document.startxref === after.startxref)
    return [say.appended(after.end - document.end)]
  const update = { before: document, after, signature: signature?.found.value.num ?? null, certifies: false }
  const forbids = permissionOf(checked.found, document) === 1 ? [say.forbids(checked.name)] : []
  return [...named(update, afterSignature(checked.name)), ...forbids]
}

/**
 * Compares the states of a document at each signature, and the last one with the whole file, object by
 * object; no more than two of them are held at a time.
 */
export function laterChanges({ whole, signatures, first, read }: History): readonly Later[] {
  let document = first
  return signatures.map((checked, index): Later => {
    const signature = signatures[index + 1]
    const end = signature === undefined ? whole.end : endOf(signature)
    const next = end === null ? null : end === document?.end ? document : read(end)
    const broken = endOf(checked) !== null && document === null
    const sentences =
      broken || next === null || document === null
        ? broken
          ? [say.broken(checked.name)]
          : []
        : changesSince(checked, document, { document: next, signature })
    document = next
    return { after: checked, sentences }
  })
}

/** What was appended behind the last signature of a PDF that is no record. */
export function appendedTo({ whole, signatures }: History): readonly string[] {
  const end = signatures.at(-1)?.found.end ?? null
  return end === null || end >= whole.end ? [] : [say.appended(whole.end - end)]
}
