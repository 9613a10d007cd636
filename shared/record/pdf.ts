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
}

/** Part of a text in a look of its own. */
export type TextRun = Omit<TextLook, 'margin' | 'alignment' | 'lineHeight'> & { readonly text: string }

export type TextNode = TextLook & { readonly text: string | readonly TextRun[] }

/** A filled rectangle or polygon, or a line; `x` and `y` count from the drawing's upper left corner. */
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
  | { readonly stack: readonly PdfNode[]; readonly margin?: Margin; readonly unbreakable?: boolean }
  | {
      readonly columns: readonly (PdfNode & { readonly width: number | '*' })[]
      readonly columnGap: number
      readonly margin?: Margin
    }
  | { readonly canvas: readonly Stroke[]; readonly margin?: Margin }
  | TableNode

/** A record ready for rendering. `draft` puts DRAFT across every page and at its foot, where `running` stands. */
export type RecordDocument = {
  readonly title: string
  readonly language: string
  readonly madeAt: string
  readonly draft: boolean
  readonly running: string
  readonly content: readonly PdfNode[]
}

/** The width between the page's margins on A4. */
export const PAGE_WIDTH = 483

/** Paper and ink: near-black text, one accent, one alarm colour. */
export const INK = '#1b2225'
export const QUIET = '#566165'
export const HAIRLINE = '#d3d9d8'
export const ACCENT = '#0e525a'
export const PALE_ACCENT = '#9fc0c2'
export const ALARM = '#a3281d'
