import type { Paper, SignatureField } from './signatureFields'

/** Left, top, right and bottom, in points (1/72 inch), as everything here. */
export type Margin = readonly [number, number, number, number]

/** How text looks; what is not said is inherited. Colours are `#rrggbb`. */
export type TextLook = {
  readonly font?: string
  readonly fontSize?: number
  readonly bold?: boolean
  readonly color?: string
  readonly lineHeight?: number
  readonly characterSpacing?: number
  readonly alignment?: 'left' | 'right'
  readonly margin?: Margin
  /** The `id` of a text that a click leads to. */
  readonly linkToDestination?: string
}

/** Part of a text in a look of its own. */
export type TextRun = Omit<TextLook, 'margin' | 'alignment' | 'lineHeight'> & { readonly text: string }

/** Where a node stands on its page: points from the upper left corner of the paper. */
export type Place = { readonly x: number; readonly y: number }

/** `maxHeight` cuts off the lines that go beyond it; `id` can be linked to. */
export type TextNode = TextLook & {
  readonly text: string | readonly TextRun[]
  readonly id?: string
  readonly maxHeight?: number
  readonly pageBreak?: 'before'
  readonly absolutePosition?: Place
}

/** A filled rectangle or polygon, an open line of one or more points, or a straight one; `x` and `y` count from the drawing's upper left corner. */
export type Stroke =
  | {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly color: string
    }
  | {
      readonly type: 'polyline'
      readonly closePath: true
      readonly points: readonly { readonly x: number; readonly y: number }[]
      readonly color: string
    }
  | {
      readonly type: 'polyline'
      readonly points: readonly { readonly x: number; readonly y: number }[]
      readonly lineWidth: number
      readonly lineColor: string
      readonly lineCap: 'round'
      readonly lineJoin: 'round'
    }
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly lineWidth: number
      readonly lineColor: string
    }

export type TableNode = {
  readonly table: {
    readonly widths: readonly number[]
    readonly headerRows: number
    readonly keepWithHeaderRows: number
    readonly dontBreakRows: boolean
    readonly body: readonly (readonly TableCell[])[]
  }
  readonly layout: 'record' | 'untitled' | 'plain'
  readonly margin?: Margin
}

export type TableCell = (PdfNode & { readonly colSpan?: number }) | Record<string, never>

/** The part of pdfmake's document definition that the record uses: plain data, with no function in it. */
export type PdfNode =
  | TextNode
  | {
      readonly stack: readonly PdfNode[]
      readonly margin?: Margin
      readonly unbreakable?: boolean
      readonly absolutePosition?: Place
    }
  | {
      readonly columns: readonly (PdfNode & { readonly width: number | '*' })[]
      readonly columnGap: number
      readonly margin?: Margin
    }
  | {
      readonly canvas: readonly Stroke[]
      readonly margin?: Margin
      readonly absolutePosition?: Place
    }
  | TableNode

/** A signature field that the PDF is prepared with, and what it is for, e.g. `Signature of Dana Ito`. */
export type PreparedField = SignatureField & { readonly label: string }

/**
 * A record ready for rendering. `draft` puts DRAFT across every page and at its foot, where `running` stands.
 * `bookmarks` are the titles of the texts with these ids; `fields` lie on the last pages.
 */
export type RecordDocument = {
  readonly title: string
  readonly language: string
  readonly madeAt: string
  readonly paper: Paper
  readonly draft: boolean
  readonly running: string
  readonly bookmarks: Readonly<Record<string, string>>
  readonly fields: readonly PreparedField[]
  readonly content: readonly PdfNode[]
}

/** The width of the text, the same on every paper; what is left of the paper is margin. */
export const PAGE_WIDTH = 483

/** Paper and ink: near-black text, one accent, one alarm colour. */
export const INK = '#1b2225'
export const QUIET = '#566165'
export const HAIRLINE = '#d3d9d8'
export const ACCENT = '#0e525a'
export const PALE_ACCENT = '#9fc0c2'
export const ALARM = '#a3281d'
