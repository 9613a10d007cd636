import type { PdfKit } from './pdfkit'

/** Names the colours that the pages' transparent parts are mixed in: a draft's watermark is see-through. */
export function allowTransparency(pdf: PdfKit): void {
  for (const { dictionary } of pdf._pageBuffer) {
    dictionary.data.Group = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' }
  }
}
