import type { CustomTableLayout } from 'pdfmake/interfaces'

import type { PdfNode } from '../../shared/record/pdf'
import { tableLayouts } from './layouts'

/** Is told how far the record is: a share from 0 to 1 that never falls, at most once for each hundredth. */
export type OnProgress = (share: number) => void

/** How much of the time goes into laying out the tables; the rest into writing the pages. Measured. */
const LAYING_OUT = 0.75

/** What is left for writing the file when every page is drawn. */
const MOST = 0.97

function rowsIn(node: PdfNode): number {
  if ('table' in node) return node.table.body.length
  return 'stack' in node ? node.stack.reduce((sum, each) => sum + rowsIn(each), 0) : 0
}

/** Tells of progress only as it grows by a hundredth. */
function steadily(onProgress: OnProgress | undefined): OnProgress {
  let told = 0
  return (share) => {
    const whole = Math.floor(Math.min(share, MOST) * 100) / 100
    if (whole <= told) return
    told = whole
    onProgress?.(whole)
  }
}

/**
 * Ways to hear how far pdfmake is: it asks a table's layout for each row's padding as it lays it out, and
 * calls `rendered` with the share of what it has drawn.
 */
export function progressOf(content: readonly PdfNode[], onProgress: OnProgress | undefined) {
  const tell = steadily(onProgress)
  const rows = Math.max(
    1,
    content.reduce((sum, node) => sum + rowsIn(node), 0),
  )
  let laidOut = 0
  const counting = (layout: CustomTableLayout): CustomTableLayout => ({
    ...layout,
    paddingTop: (row, node) => {
      laidOut += 1
      tell((LAYING_OUT * laidOut) / rows)
      return layout.paddingTop?.(row, node) ?? 0
    },
  })
  const layouts = Object.fromEntries(
    Object.entries(tableLayouts).map(([name, layout]) => [name, counting(layout)]),
  )
  const rendered = (share: number) => tell(LAYING_OUT + (MOST - LAYING_OUT) * share)
  return { layouts, rendered }
}
