import { ACCENT, INK, PAGE_WIDTH, QUIET, type PdfNode, type TableCell, type TextNode } from './pdf'

/** The space between two columns, in points. */
export const COLUMN_GAP = 12

/** Rows of more lines may break across pages: pdfmake cuts off what fits on no page. */
const MOST_LINES = 25

/** The width that a character is reckoned with, in points. */
const CHARACTER = 6.5

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

/** A section's heading without a table under it. */
export function heading(title: string): TextNode {
  return { text: title, fontSize: 13, bold: true, color: ACCENT, margin: [0, 0, 0, 2] }
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
  return 'text' in node && typeof node.text === 'string' ? linesOf(node.text, width) : 1
}

/** The columns' widths in points; they fill the page whatever the texts are. */
function widths(columns: readonly Column[]): number[] {
  const fixed = columns.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0)
  const rest = PAGE_WIDTH - COLUMN_GAP * (columns.length - 1) - fixed
  return columns.map(({ width }) => (width === 'rest' ? rest : width))
}

/**
 * A section of the record: its heading and a table whose heading and column titles come again on every page.
 * Columns without any title have no row of titles. `rows` has at least one row.
 */
export function section(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly TableCell[])[],
): PdfNode {
  const titleRow: TableCell[] = columns.map((_column, index) =>
    index === 0 ? { ...heading(title), colSpan: columns.length } : {},
  )
  const columnWidths = widths(columns)
  const short = rows.every((row) =>
    row.every((each, index) => lines(each, columnWidths[index] ?? 0) <= MOST_LINES),
  )
  const titled = columns.some((column) => column.title !== '')
  const columnRow = columns.map((column) => quiet(column.title))
  return {
    layout: titled ? 'record' : 'untitled',
    margin: [0, 22, 0, 0],
    table: {
      widths: columnWidths,
      headerRows: titled ? 2 : 1,
      keepWithHeaderRows: short ? 1 : 0,
      dontBreakRows: short,
      body: [titleRow, ...(titled ? [columnRow] : []), ...rows],
    },
  }
}
