/** An object of a PDF that pdfkit is making; `data` is its dictionary until `end` writes it. */
export type PdfObject = { readonly data: Record<string, unknown>; end(content?: Uint8Array): void }

/** A page that is laid out but not written yet. */
export type PdfPage = {
  readonly dictionary: PdfObject
  readonly height: number
  readonly annotations: PdfObject[]
}

/** A line of text where pdfmake put it, `x` and `y` from the page's upper left corner. */
type Laid = {
  readonly type: string
  readonly item: { readonly id?: unknown; readonly x?: number; readonly y?: number }
}

/** The inner parts of pdfmake's document (pdfkit 0.19) that neither of them offers another way to reach. */
export type PdfKit = {
  readonly _root: PdfObject & { readonly data: { Names: PdfObject & { data: { Dests: DestinationTree } } } }
  readonly _pageBuffer: readonly PdfPage[]
  readonly _pdfMakePages: readonly { readonly items: readonly Laid[] }[]
  readonly outline: { addItem(title: string): { readonly outlineData: Record<string, unknown> } }
  _id: Uint8Array
  ref(data: Record<string, unknown>): PdfObject
  endAcroForm(): unknown
}
type DestinationTree = { add(name: string, destination: readonly unknown[]): void }

const PARTS = ['_root', '_pageBuffer', '_pdfMakePages', 'outline', '_id', 'ref', 'endAcroForm'] as const

/** The document's inner parts. Throws where another version of pdfkit or pdfmake has them in another way. */
export function innerParts(pdf: object): PdfKit {
  const missing = PARTS.filter((part) => !(part in pdf))
  if (missing.length > 0) {
    throw new Error(`This version of pdfkit or pdfmake works in another way: it lacks ${missing.join(', ')}`)
  }
  return pdf as PdfKit
}

/** A text string, which pdfkit tells by its type from a name: a primitive string becomes a name. */
export function pdfString(text: string): object {
  return Object(text) as object
}
