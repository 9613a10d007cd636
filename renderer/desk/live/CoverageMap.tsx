import { ArrowUpRight, Check, Circle, CircleDashed, Clock } from 'lucide-react'
import { memo } from 'react'

import type {
  CoverageColumn,
  CoverageMark,
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

function inWords(marks: readonly CoverageMark[]): string {
  const told = byWeight.flatMap((state) => {
    const number = marks.filter((mark) => mark.state === state).length
    return number === 0 ? [] : [number === 1 ? state : `${number} ${state}`]
  })
  return told.join(', ')
}

function Cell({ marks, what }: { readonly marks: readonly CoverageMark[]; readonly what: string }) {
  const [first] = marks.toSorted((a, b) => byWeight.indexOf(a.state) - byWeight.indexOf(b.state))
  if (first === undefined)
    return (
      <td>
        <span className="coverage-nothing" aria-hidden="true">
          ·
        </span>
        <span className="unseen">nothing</span>
      </td>
    )
  const words = inWords(marks)
  return (
    <td title={`${what}: ${words}`}>
      <span className="coverage-cell" aria-hidden="true">
        <Mark state={first.state} />
        {marks.length > 1 && <span className="coverage-times figures">{marks.length}</span>}
      </span>
      <span className="unseen">{words}</span>
    </td>
  )
}

const Row = memo(function Row({
  row,
  columns,
}: {
  readonly row: CoverageRow
  readonly columns: readonly CoverageColumn[]
}) {
  const { name, role, marks } = row
  const under = (column: string | null) => marks.filter((mark) => mark.column === column)
  return (
    <tr>
      <th scope="row" title={role === '' ? name : `${name}, ${role}`}>
        {name}
      </th>
      {columns.map(({ id, text }) => (
        <Cell key={id} marks={under(id)} what={text} />
      ))}
      <Cell marks={under(null)} what="Not among the prepared ones" />
    </tr>
  )
})

type CoverageMapProps = {
  readonly rows: readonly CoverageRow[]
  readonly columns: readonly CoverageColumn[]
}

/** Stakeholders down, prepared objections across, and those nobody had prepared for at the end. */
export function CoverageMap({ rows, columns }: CoverageMapProps) {
  return (
    <table className="coverage-map" data-many={columns.length > 6}>
      <caption className="unseen">Stakeholders and objections: what was expected, and how it stands</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Stakeholder</span>
          </th>
          {columns.map(({ id, key, text }, index) => (
            <th scope="col" key={id} title={text}>
              <span aria-hidden="true">{key ?? String.fromCodePoint(97 + index)}</span>
              <span className="unseen">{text}</span>
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
          <Row key={row.id} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}
