import { openPdf } from '../../shared/pdf/document'
import { pagesOf } from '../../shared/pdf/pages'
import { PAPERS, type Paper } from '../../shared/record/signatureFields'
import { isSameDocument, type Original } from '../../shared/verify/redrawn'
import { inflateNode } from './inflate'

/** Drawing more takes longer than a file may take to check. */
const MOST_PAGES = 100

function paperOf(box: readonly number[] | null): Paper | null {
  const papers = ['A4', 'Letter'] as const
  return papers.find((paper) => box?.[2] === PAPERS[paper][0] && box[3] === PAPERS[paper][1]) ?? null
}

/**
 * Whether a record is drawn, object by object, as this Lectern draws it; null where it is too long to be drawn
 * anew. `resources` is the folder with the fonts.
 */
export async function isDrawnByLectern(
  { document, file }: Original,
  resources: string,
): Promise<boolean | null> {
  const pages = pagesOf(document)
  if (pages.length > MOST_PAGES) return null
  const { revision } = file.record
  const paper = paperOf(pages[0]?.mediaBox ?? null)
  if (paper === null || revision === null) return false
  // Only a sound record needs what draws one.
  const { renderPdf } = await import('./renderPdf')
  const { bytes } = await renderPdf({ file, madeAt: revision.at, paper, resources })
  const drawn = openPdf(bytes, { inflate: inflateNode })
  return drawn.ok && isSameDocument({ before: document, after: drawn.value })
}
