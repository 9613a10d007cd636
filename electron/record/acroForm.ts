import type { Chapter } from '../../shared/record/chapters'
import type { PreparedField } from '../../shared/record/pdf'
import { pdfString, type PdfKit, type PdfObject } from './pdfkit'

/** SignaturesExist and AppendOnly (ISO 32000-1, table 219): set from the start, so signing need not touch the form. */
const SIGNATURE_FLAGS = 3

/** Print and Locked (ISO 32000-1, table 165): shown on paper, and nobody moves it by mistake. */
const WIDGET_FLAGS = 132

/** The id of the heading of the first signature page. */
const SIGNATURES: Chapter = 'signatures'

/** An appearance with nothing in it: PDF/A wants one for every widget, and a signature brings its own. */
function emptyAppearance(pdf: PdfKit, width: number, height: number): PdfObject {
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} }
  const appearance = pdf.ref(form)
  appearance.end(new TextEncoder().encode('\n'))
  return appearance
}

/**
 * Adds empty signature fields, each field and widget in one dictionary, to the last pages of a document that
 * is laid out but not written. A signature then fills a field and adds nothing to a page or to the form.
 */
export function addSignatureFields(pdf: PdfKit, fields: readonly PreparedField[]): void {
  const [first] = fields
  if (first === undefined) return
  const firstPage = pdf._pageBuffer.length - 1 - Math.max(...fields.map(({ page }) => page))
  if (!pdf._pdfMakePages[firstPage]?.items.some(({ item }) => item.id === SIGNATURES))
    throw new Error('The signature pages are not the last pages of the record')
  const [left, bottom, right, top] = first.rect
  const appearance = emptyAppearance(pdf, right - left, top - bottom)
  const references = fields.map(({ name, label, page, rect }) => {
    const target = pdf._pageBuffer[firstPage + page]
    if (target === undefined) throw new Error(`The record has no page for the signature field ${name}`)
    const field = pdf.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: pdfString(name),
      TU: pdfString(label),
      F: WIDGET_FLAGS,
      Rect: rect,
      P: target.dictionary,
      AP: { N: appearance },
    })
    target.annotations.push(field)
    field.end()
    return field
  })
  const form = pdf.ref({ Fields: references, SigFlags: SIGNATURE_FLAGS })
  form.end()
  pdf._root.data.AcroForm = form
  // pdfkit would end the form once more, and add the fonts of text fields.
  pdf.endAcroForm = () => pdf
}
