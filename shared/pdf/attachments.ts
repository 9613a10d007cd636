import { accept, type Result } from '../result'
import { asDict, catalogOf, dictAt, itemsAt, textAt } from './access'
import type { PdfDocument } from './document'
import type { PdfDict } from './values'

const DEEPEST = 20

/** The file specification of that name in the tree of embedded files (7.7.4, 7.11.4), or null. */
function specification(document: PdfDocument, wanted: string): PdfDict | null {
  const { resolve } = document
  const seen = new Set<PdfDict>()
  const search = (node: PdfDict | null, depth: number): PdfDict | null => {
    if (node === null || seen.has(node) || depth > DEEPEST) return null
    seen.add(node)
    const names = itemsAt(node, 'Names', resolve)
    for (let at = 0; at + 1 < names.length; at += 2) {
      const found = asDict(resolve(names[at + 1]))
      if (found !== null && (textAt(found, 'UF', resolve) ?? textAt(found, 'F', resolve)) === wanted)
        return found
    }
    for (const kid of itemsAt(node, 'Kids', resolve)) {
      const found = search(asDict(resolve(kid)), depth + 1)
      if (found !== null) return found
    }
    return null
  }
  return search(dictAt(dictAt(catalogOf(document), 'Names', resolve), 'EmbeddedFiles', resolve), 0)
}

/** The data of the embedded file of that name, or null where there is none; refused where it is broken. */
export function attachmentOf(document: PdfDocument, name: string): Result<Uint8Array | null> {
  const found = dictAt(specification(document, name), 'EF', document.resolve)
  const stream = document.resolve(found?.entries.get('F') ?? found?.entries.get('UF'))
  return stream.kind === 'stream' ? document.streamData(stream) : accept(null)
}
