import type { CustomTableLayout } from 'pdfmake/interfaces'

import { ACCENT, HAIRLINE, QUIET } from '../../shared/record/pdf'
import { COLUMN_GAP } from '../../shared/record/table'

const none = () => 0
const gap = (column: number) => (column === 0 ? 0 : COLUMN_GAP)

/** Hairlines between rows; the line under a section's heading is the accent's, no line stands upright. */
const record: CustomTableLayout = {
  hLineWidth: (line, { table }) => {
    if (line === 0) return 0
    if (line === 1) return 0.9
    return line === table.headerRows || line === table.body.length ? 0.6 : 0.5
  },
  hLineColor: (line, { table }) => {
    if (line === 1) return ACCENT
    return line === table.headerRows ? QUIET : HAIRLINE
  },
  vLineWidth: none,
  paddingLeft: gap,
  paddingRight: none,
  paddingTop: (row) => (row === 0 ? 0 : row === 1 ? 2 : 5),
  paddingBottom: (row) => (row === 0 ? 3 : row === 1 ? 2 : 5),
}

const plain: CustomTableLayout = {
  hLineWidth: none,
  vLineWidth: none,
  paddingLeft: gap,
  paddingRight: none,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

/** How the record's tables are ruled, by the names used in `shared/record`. */
export const tableLayouts = { record, plain }
