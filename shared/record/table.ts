import { CHAPTERS, type Chapter } from './chapters'
import {
  ACCENT,
  INK,
  PAGE_WIDTH,
  QUIET,
  type PdfNode,
  type TableCell,
  type TableNode,
  type TextNode,
  type TextRun,
} from './pdf'

/** The space between two columns, in points. */
export const COLUMN_GAP = 12

/** Rows of more lines may break across pages: pdfmake cuts off what fits on no page. */
const MOST_LINES = 25

/** The width that a character is reckoned with, in points. */
const CHARACTER = 6.5

/** So many lines of text are as high as a drawing. */
const DRAWN_LINES = 4

/** A column: its heading, and its width in points or `rest` for what is left over. */
export type Column = { readonly title: string; readonly width: number | 'rest' }

/** Text of a table's cell. */
export function cell(text: string, look: Omit<TextNode, 'text'> = {}): TextNode {
  return { text, fontSize: 9.5, lineHeight: 1.25, color: INK, ...look }
}

/** Text that is there for those who look for it. */
export function quiet(text: string, look: Omit<TextNode, 'text'> = {}): TextNode {
  return cell(text, { fontSize: 8.5, color: QUIET, ...look })
}

/** A chapter's heading without a table under it. */
export function heading(chapter: Chapter): TextNode {
  const look = { fontSize: 13, bold: true, color: ACCENT, margin: [0, 0, 0, 2] } as const
  return { ...look, id: chapter, text: CHAPTERS[chapter] }
}

/** A few words that lead to a chapter. */
export function link(text: string, chapter: Chapter): TextRun {
  return { text, color: ACCENT, linkToDestination: chapter }
}

/** How many lines a text takes at most, roughly: in full-width characters that no font may have, each `[U+1F680]`. */
function linesOf(text: string, width: number): number {
  const line = (part: string) => part.replace(/[\p{Cc}\u0900-\u1CFF\u2C00-\u{10FFFF}]/gu, '[U+00000]').length
  return text
    .split(/[\r\n\v\f\u0085\u2028\u2029]/)
    .reduce((sum, part) => sum + Math.ceil((line(part) + 1) / (width / CHARACTER)), 0)
}

function lines(node: TableCell, width: number): number {
  if ('stack' in node && node.stack !== undefined)
    return node.stack.reduce((sum, each) => sum + lines(each, width), 0)
  if ('columns' in node && node.columns !== undefined)
    return Math.max(...node.columns.map((each) => lines(each, width)))
  if ('canvas' in node) return DRAWN_LINES
  if (!('text' in node) || node.text === undefined) return 1
  return linesOf(
    typeof node.text === 'string' ? node.text : node.text.map(({ text }) => text).join(''),
    width,
  )
}

/** The columns' widths in points; they fill the page whatever the texts are. */
function widths(columns: readonly Column[]): number[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0)
  const rest = PAGE_WIDTH - COLUMN_GAP * (columns.length - 1) - fixed
  return columns.map(({ width }) => (width === 'rest' ? rest : width))
}

/**
 * A chapter of the record: its heading and a table whose heading and column titles come again on every page.
 * Columns without any title have no row of titles. `rows` has at least one row.
 */
export function section(
  chapter: Chapter,
  columns: readonly Column[],
  rows: readonly (readonly TableCell[])[],
): TableNode {
  const titleRow: TableCell[] = columns.map((_column, index) =>
    index === 0 ? { ...heading(chapter), colSpan: columns.length } : {},
  )
  const columnWidths = widths(columns)
  const isShort = (row: readonly TableCell[]) =>
    row.every((each, index) => lines(each, columnWidths[index] ?? 0) <= MOST_LINES)
  const titled = columns.some((column) => column.title !== '')
  const columnRow = columns.map((column) => quiet(column.title))
  return {
    layout: titled ? 'record' : 'untitled',
    margin: [0, 22, 0, 0],
    table: {
      widths: columnWidths,
      headerRows: titled ? 2 : 1,
      keepWithHeaderRows: rows.slice(0, 1).every(isShort) ? 1 : 0,
      dontBreakRows: rows.every(isShort),
      body: [titleRow, ...(titled ? [columnRow] : []), ...rows],
    },
  }
}

/** A narrow column when every moment is on the day of the meeting, else one that holds a date. */
export function timeColumn(moments: readonly string[], clock: (moment: string) => string): Column {
  return { title: 'Time', width: moments.every((moment) => clock(moment).length <= 5) ? 34 : 70 }
}

/** A name, or in quiet words that there is none. */
export function orUnnamed(name: string, unnamed: string): TextNode {
  return name === '' ? quiet(unnamed) : cell(name)
}

/** What a heading and some lines under it take, in points. */
const HEADING_ROOM = 90

/**
 * A chapter whose first row is too long to be kept with its heading, moved on where a page has no room for
 * both: an empty block that may not break comes first, and the chapter is laid over it.
 */
export function withRoom(node: PdfNode): readonly PdfNode[] {
  if (!('table' in node) || node.table.headerRows === 0 || node.table.keepWithHeaderRows > 0) return [node]
  const room: TextNode = { text: ' ', fontSize: 5, lineHeight: 1, margin: [0, HEADING_ROOM - 5, 0, 0] }
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0]
  return [
    { unbreakable: true, stack: [room] },
    { ...node, margin: [left, top - HEADING_ROOM, right, bottom] },
  ]
}
