import type { PdfKit } from './pdfkit'

type Destination = { readonly id: string; readonly page: number; readonly x: number; readonly y: number }

const ABOVE = 6

/** The first place of every text that has an id; repeated headings have it again on later pages. */
function firstPlaces(pdf: PdfKit): readonly Destination[] {
  const places = new Map<string, Destination>()
  pdf._pdfMakePages.forEach(({ items }, page) => {
    for (const { type, item } of items) {
      if (type !== 'line' || typeof item.id !== 'string' || places.has(item.id)) continue
      places.set(item.id, { id: item.id, page, x: item.x ?? 0, y: item.y ?? 0 })
    }
  })
  return [...places.values()]
}

/**
 * Lets links and bookmarks lead to the first place of each chapter. pdfmake alone would lead to the last page
 * a heading is repeated on, and its bookmarks to the upper right corner of a page.
 */
export function addBookmarks(pdf: PdfKit, titles: Readonly<Record<string, string>>): void {
  for (const { id, page, x, y } of firstPlaces(pdf)) {
    const target = pdf._pageBuffer[page]
    if (target === undefined) throw new Error(`The record has no page ${page + 1}`)
    const top = target.height - Math.max(0, y - ABOVE)
    const destination = [target.dictionary, 'XYZ', Math.max(0, x - ABOVE), top, null]
    pdf._root.data.Names.data.Dests.add(id, destination)
    const title = titles[id]
    if (title !== undefined) pdf.outline.addItem(title).outlineData.Dest = destination
  }
  pdf._root.data.PageMode = 'UseNone'
}
