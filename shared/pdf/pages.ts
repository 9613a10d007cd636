import { asDict, catalogOf, itemsAt, nameAt, numbersAt } from './access'
import type { PdfDocument } from './document'
import type { PdfDict, PdfValue } from './values'

/** A page: its object number, its dictionary with what it inherits, and the numbers of its annotations. */
export type PdfPage = {
  readonly num: number
  readonly dict: PdfDict
  readonly mediaBox: readonly number[] | null
  readonly annotations: readonly number[]
}

const INHERITED = new Set(['MediaBox', 'Resources', 'Rotate', 'CropBox'])
const DEEPEST = 50

/** The pages of a document in their order (7.7.3). A page tree that runs in a circle ends where it does. */
export function pagesOf(document: PdfDocument): readonly PdfPage[] {
  const { resolve } = document
  const pages: PdfPage[] = []
  const seen = new Set<number>()
  const walk = (node: PdfValue | undefined, above: ReadonlyMap<string, PdfValue>, depth: number): void => {
    if (node?.kind !== 'ref' || seen.has(node.num) || depth > DEEPEST) return
    seen.add(node.num)
    const dict = asDict(resolve(node))
    if (dict === null) return
    const own = Array.from(dict.entries).filter(([key]) => INHERITED.has(key))
    const inherited = new Map([...above, ...own])
    if (nameAt(dict, 'Type', resolve) === 'Page') pages.push(pageOf(node.num, dict, inherited, document))
    else for (const kid of itemsAt(dict, 'Kids', resolve)) walk(kid, inherited, depth + 1)
  }
  walk(catalogOf(document)?.entries.get('Pages'), new Map(), 0)
  return pages
}

function pageOf(
  num: number,
  own: PdfDict,
  inherited: ReadonlyMap<string, PdfValue>,
  { resolve }: PdfDocument,
): PdfPage {
  const dict: PdfDict = { kind: 'dict', entries: new Map([...inherited, ...own.entries]) }
  const annotations = itemsAt(dict, 'Annots', resolve).flatMap((item) =>
    item.kind === 'ref' ? [item.num] : [],
  )
  return { num, dict, mediaBox: numbersAt(dict, 'MediaBox', resolve), annotations }
}
