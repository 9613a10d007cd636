import type { PdfNode, RecordDocument, TableCell } from '../record/pdf'

/**
 * What a record prints: a row is the cells of a table's row, of a line of columns, or one text alone, in the
 * order in which they are drawn. `clipped` rows may be cut off; `header` rows are repeated on later pages.
 */
export type ExpectedRow = {
  readonly cells: readonly string[]
  readonly clipped: boolean
  readonly header: boolean
}

/** A cell's text is `cut` where it has a greatest height. */
function textOf(node: PdfNode | TableCell): { text: string; cut: boolean } {
  if ('text' in node && node.text !== undefined) {
    const text = typeof node.text === 'string' ? node.text : node.text.map((run) => run.text).join('')
    return { text, cut: node.maxHeight !== undefined }
  }
  const parts = partsOf(node).map(textOf)
  return { text: parts.map(({ text }) => text).join(' '), cut: parts.some(({ cut }) => cut) }
}

function partsOf(node: PdfNode | TableCell): readonly (PdfNode | TableCell)[] {
  if ('stack' in node && node.stack !== undefined) return node.stack
  if ('columns' in node && node.columns !== undefined) return node.columns
  if ('table' in node && node.table !== undefined) return node.table.body.flat()
  return []
}

function row(cells: readonly (PdfNode | TableCell)[], header = false): ExpectedRow {
  const texts = cells.map(textOf)
  return { cells: texts.map(({ text }) => text), clipped: texts.some(({ cut }) => cut), header }
}

function rowsOf(node: PdfNode): readonly ExpectedRow[] {
  if ('text' in node) return [row([node])]
  if ('stack' in node) return node.stack.flatMap(rowsOf)
  if ('columns' in node)
    return node.columns.some((column) => 'stack' in column)
      ? node.columns.flatMap(rowsOf)
      : [row(node.columns)]
  if ('table' in node) return node.table.body.map((cells, index) => row(cells, index < node.table.headerRows))
  return []
}

/** Everything a record prints but what stands at the foot of each page. */
export function expectedRows({ content }: RecordDocument): readonly ExpectedRow[] {
  return content.flatMap(rowsOf)
}
