import { openPdf, type PdfDocument } from '../pdf/document'
import type { Inflate } from '../pdf/filters'
import type { CheckedSignature } from './checkSignature'
import { changeSentence, say } from './sentences'
import { permissionOf } from './signatures'
import { forbiddenChanges } from './updates'

/** What came after a signature and may not: sentences, by the signature they follow. */
export type Later = { readonly after: CheckedSignature; readonly sentences: readonly string[] }

const MOST_NAMED = 12

type Signed = { readonly checked: CheckedSignature; readonly document: PdfDocument | null }

/** The document as it was when that signature was made, or null where it cannot be read by itself. */
function signedRevision(bytes: Uint8Array, end: number | null, inflate: Inflate): PdfDocument | null {
  if (end === null) return null
  const opened = openPdf(bytes, { inflate, end })
  return opened.ok ? opened.value : null
}

function changesUpTo({ checked, document }: Signed, next: PdfDocument, isLast: boolean): readonly string[] {
  if (document === null) return [say.broken(checked.name)]
  if (document.end === next.end) return isLast ? [] : [say.twice(checked.name)]
  const changes = forbiddenChanges({ before: document, after: next })
  const appended = isLast && document.startxref === next.startxref
  if (appended) return [say.appended(next.end - document.end)]
  const named = changes.slice(0, MOST_NAMED).map((change) => changeSentence(checked.name, change))
  return [...named, ...(permissionOf(checked.found, document) === 1 ? [say.forbids(checked.name)] : [])]
}

/**
 * Compares the states of a document at each signature, and the last one with the whole file, object by
 * object. `first` is the document as the first signature covers it.
 */
export function laterChanges(
  whole: PdfDocument,
  signatures: readonly CheckedSignature[],
  inflate: Inflate,
): { readonly later: readonly Later[]; readonly first: PdfDocument | null } {
  const signed = signatures.map((checked): Signed => {
    return { checked, document: signedRevision(whole.bytes, checked.found.end, inflate) }
  })
  const later = signed.map((state, index): Later => {
    const next = signed[index + 1]
    const document = next === undefined ? whole : next.document
    const sentences = document === null ? [] : changesUpTo(state, document, next === undefined)
    return { after: state.checked, sentences }
  })
  return { later, first: signed[0]?.document ?? null }
}
