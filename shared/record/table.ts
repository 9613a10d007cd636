import { ACCENT, INK, PAGE_WIDTH, QUIET, type PdfNode, type TableCell, type TextNode } from './pdf'

/** The space between two columns, in points. */
export const COLUMN_GAP = 12

/** Rows with longer text may break across pages: a row that fits on no page would be cut off. */
const LONGEST_UNBROKEN = 900

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

function textLength(node: TableCell): number {
  if ('stack' in node && node.stack !== undefined) return node.stack.reduce((sum, each) => sum + textLength(each), 0)
  return 'text' in node && typeof node.text === 'string' ? node.text.length : 0
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
export function section(title: string, columns: readonly Column[], rows: readonly (readonly TableCell[])[]): PdfNode {
  const titleRow: TableCell[] = columns.map((_column, index) =>
    index === 0 ? { ...heading(title), colSpan: columns.length } : {},
  )
  const titled = columns.some((column) => column.title !== '')
  const columnRow = columns.map((column) => quiet(column.title))
  return {
    layout: titled ? 'record' : 'untitled',
    margin: [0, 22, 0, 0],
    table: {
      widths: widths(columns),
      headerRows: titled ? 2 : 1,
      keepWithHeaderRows: 1,
      dontBreakRows: rows.every((row) => row.every((each) => textLength(each) <= LONGEST_UNBROKEN)),
      body: [titleRow, ...(titled ? [columnRow] : []), ...rows],
    },
  }
}
