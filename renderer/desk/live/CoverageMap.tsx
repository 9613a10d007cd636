import { ArrowUpRight, Check, Circle, CircleDashed, Clock } from 'lucide-react'
import { memo, type ReactNode } from 'react'

import type {
  CoverageCell,
  CoverageColumn,
  CoverageRow,
  CoverageState,
} from '../../../shared/meeting/coverage'

const icons = {
  expected: CircleDashed,
  open: Circle,
  answered: Check,
  sustained: ArrowUpRight,
  deferred: Clock,
} as const

/** What a crowded cell shows first: whatever still needs somebody. */
const byWeight: readonly CoverageState[] = ['open', 'sustained', 'deferred', 'answered', 'expected']

/** A state as a shape; its word stands in the legend, and for screen readers beside it. */
export function Mark({ state }: { readonly state: CoverageState }) {
  const Icon = icons[state]
  return <Icon size={14} className={`mark mark-${state}`} aria-hidden />
}

function Cell({ cell }: { readonly cell: CoverageCell }) {
  const stand = byWeight.flatMap((state) => {
    const number = cell[state] ?? 0
    return number === 0 ? [] : [{ state, number }]
  })
  const [first] = stand
  if (first === undefined)
    return (
      <td>
        <span className="coverage-nothing" aria-hidden="true">
          ·
        </span>
        <span className="unseen">nothing</span>
      </td>
    )
  const words = stand.map(({ state, number }) => (number === 1 ? state : `${number} ${state}`)).join(', ')
  const all = stand.reduce((sum, { number }) => sum + number, 0)
  return (
    <td title={words}>
      <span className="coverage-cell" aria-hidden="true">
        <Mark state={first.state} />
        {all > 1 && <span className="coverage-times figures">{all}</span>}
      </span>
      <span className="unseen">{words}</span>
    </td>
  )
}

const Row = memo(function Row({ row, who }: { readonly row: CoverageRow; readonly who: WhoIs }) {
  const { cells } = row
  return (
    <tr>
      <th scope="row">{who(row)}</th>
      {cells.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a cell is where it stands
        <Cell key={index} cell={cell} />
      ))}
    </tr>
  )
})

/** What stands at the head of a row: the same function as long as none of it changes. */
export type WhoIs = (row: CoverageRow) => ReactNode

/** The sign of a column that has no key of its own. */
export function columnSign({ key }: CoverageColumn, index: number): string {
  return key === null ? String.fromCodePoint(97 + index) : String(key)
}

type CoverageMapProps = {
  readonly rows: readonly CoverageRow[]
  readonly columns: readonly CoverageColumn[]
  readonly who: WhoIs
}

/** Stakeholders down, prepared objections across, and those nobody had prepared for at the end. */
export function CoverageMap({ rows, columns, who }: CoverageMapProps) {
  return (
    <table className="coverage-map" data-crowded={rows.length > 8}>
      <caption className="unseen">Stakeholders and objections: what was expected, and how it stands</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Stakeholder</span>
          </th>
          {columns.map((column, index) => (
            <th scope="col" key={column.id} title={column.text}>
              <span aria-hidden="true">{columnSign(column, index)}</span>
              <span className="unseen">{column.text}</span>
            </th>
          ))}
          <th scope="col" title="Not among the prepared ones">
            <span aria-hidden="true">+</span>
            <span className="unseen">Others</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} who={who} />
        ))}
      </tbody>
    </table>
  )
}
