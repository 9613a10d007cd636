import './Coverage.css'

import { ArrowUpRight, Check, Circle, CircleDashed, Clock } from 'lucide-react'
import { memo, useId, useMemo } from 'react'

import { coverage, type CoverageRow, type CoverageState } from '../../../shared/meeting/coverage'
import type { Meeting } from '../../../shared/meeting/schema'
import { count } from '../words'

const icons = {
  expected: CircleDashed,
  open: Circle,
  answered: Check,
  sustained: ArrowUpRight,
  deferred: Clock,
} as const
const states: readonly CoverageState[] = ['expected', 'open', 'answered', 'sustained', 'deferred']

/** Marks that fit beside a name; more are counted by how they stand. */
const MOST = 4
/** Objections of one person that are told word by word; of more, the newest. */
const MOST_TOLD = 24

function inWords({ marks }: CoverageRow): string {
  if (marks.length === 0) return 'nothing expected, nothing raised'
  const told = marks.slice(-MOST_TOLD).map(({ state, text }) => `${state}: ${text}`)
  const before = marks.length - told.length
  return [...(before > 0 ? [`${before} before these`] : []), ...told].join('; ')
}

function Mark({ state }: { readonly state: CoverageState }) {
  const Icon = icons[state]
  return <Icon size={14} className={`mark mark-${state}`} aria-hidden />
}

function Marks({ row }: { readonly row: CoverageRow }) {
  const { marks } = row
  return (
    <span className="marks figures" title={inWords(row)} aria-hidden="true">
      {marks.length === 0 && '–'}
      {marks.length <= MOST
        ? marks.map(({ id, state }) => <Mark key={id} state={state} />)
        : states.map((state) => {
            const number = marks.filter((mark) => mark.state === state).length
            return number === 0 ? null : (
              <span className="marks-number" key={state}>
                {number}
                <Mark state={state} />
              </span>
            )
          })}
    </span>
  )
}

const Row = memo(function Row({ row }: { readonly row: CoverageRow }) {
  const { name, role } = row
  return (
    <tr>
      <th scope="row" title={role === '' ? name : `${name}, ${role}`}>
        {name}
      </th>
      <td>
        <Marks row={row} />
        <span className="unseen">{inWords(row)}</span>
      </td>
    </tr>
  )
})

/** Stakeholders × objections: what was expected of whom, what they raised, and how it stands. */
export function Coverage({ meeting }: { readonly meeting: Meeting }) {
  const { attendees, objections, playbook } = meeting
  const titleId = useId()
  const { rows, expected, raised } = useMemo(
    () => coverage({ attendees, objections, playbook }),
    [attendees, objections, playbook],
  )
  const numbers = new Map<CoverageState, number>()
  for (const { state } of rows.flatMap(({ marks }) => marks))
    numbers.set(state, (numbers.get(state) ?? 0) + 1)
  return (
    <section className="panel coverage" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 className="panel-title" id={titleId}>
          Coverage
        </h2>
        <span className="panel-count figures">
          {raised === 0 ? `${count(expected, 'objection')} expected` : `${raised} raised`}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="panel-none">Nobody is on the list of people, and nothing was prepared.</p>
      ) : (
        <>
          <table className="coverage-rows">
            <caption className="unseen">Objections by stakeholder</caption>
            <thead className="unseen">
              <tr>
                <th scope="col">Stakeholder</th>
                <th scope="col">Objections</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          <p className="coverage-legend figures">
            {states
              .filter((state) => numbers.has(state))
              .map((state) => (
                <span key={state}>
                  <Mark state={state} />
                  {numbers.get(state)} {state}
                </span>
              ))}
          </p>
        </>
      )}
    </section>
  )
}
