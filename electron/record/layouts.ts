import type { CustomTableLayout } from 'pdfmake/interfaces'

import { ACCENT, HAIRLINE } from '../../shared/record/pdf'
import { COLUMN_GAP } from '../../shared/record/table'

const none = () => 0
const gap = (column: number) => (column === 0 ? 0 : COLUMN_GAP)

/** Hairlines between rows; the line under a section's heading is the accent's, no line stands upright. */
const untitled: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.9 : 0.5),
  hLineColor: (line) => (line === 1 ? ACCENT : HAIRLINE),
  vLineWidth: none,
  paddingLeft: gap,
  paddingRight: none,
  paddingTop: (row) => (row === 0 ? 0 : 5),
  paddingBottom: (row) => (row === 0 ? 3 : 5),
}

/** The same with a row of column titles, which sits closer. */
const record: CustomTableLayout = {
  ...untitled,
  paddingTop: (row) => (row === 0 ? 0 : row === 1 ? 3 : 5),
  paddingBottom: (row) => (row <= 1 ? 3 : 5),
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
export const tableLayouts = { record, untitled, plain }
