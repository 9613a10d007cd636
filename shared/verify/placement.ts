import type { PdfDocument } from '../pdf/document'
import { signatureFieldsOf, type PdfSignatureField } from '../pdf/forms'
import { pagesOf, type PdfPage } from '../pdf/pages'
import { PAPERS, signatureFields, type Paper, type SignatureField } from '../record/signatureFields'

/** A signature field that is not where the record prepared it; `page` (from 1) is where it lies instead. */
export type Misplaced =
  | { readonly kind: 'unprepared'; readonly field: PdfSignatureField }
  | { readonly kind: 'elsewhere'; readonly field: PdfSignatureField; readonly page: number | null }

/** Writers round to two or three places. */
const TOLERANCE = 0.6

/** The paper a page of a record has. */
export function paperOf(page: PdfPage | undefined): Paper {
  const [left = 0, bottom = 0, right = 0, top = 0] = page?.mediaBox ?? []
  const isLetter =
    Math.abs(right - left - PAPERS.Letter[0]) < 1 && Math.abs(top - bottom - PAPERS.Letter[1]) < 1
  return isLetter ? 'Letter' : 'A4'
}

function liesAt(field: PdfSignatureField, { rect }: SignatureField, page: number): boolean {
  const [widget, another] = field.widgets
  if (widget === undefined || another !== undefined) return false
  const there = widget.pages.length === 1 && widget.pages[0] === page
  return (
    there && rect.every((side, index) => Math.abs(side - (widget.rect?.[index] ?? Infinity)) <= TOLERANCE)
  )
}

/** The fields of a record for so many expected signers that lie anywhere but in the place kept for them. */
export function misplacedFields(document: PdfDocument, signers: number): readonly Misplaced[] {
  const pages = pagesOf(document)
  const prepared = signatureFields(signers, paperOf(pages.at(-1)))
  const signaturePages = (prepared.at(-1)?.page ?? 0) + 1
  return signatureFieldsOf(document).flatMap((field): Misplaced[] => {
    const place = prepared.find(({ name }) => name === field.name)
    if (place === undefined) return [{ kind: 'unprepared', field }]
    const page = pages.length - signaturePages + place.page
    if (liesAt(field, place, page)) return []
    const [found] = field.widgets.flatMap((widget) => widget.pages)
    return [{ kind: 'elsewhere', field, page: found === undefined ? null : found + 1 }]
  })
}
