import './Coverage.css'

import { ChevronDown } from 'lucide-react'
import { memo, useId, useMemo, useState } from 'react'

import { coverage, type CoverageColumn, type CoverageState } from '../../../shared/meeting/coverage'
import type { Meeting } from '../../../shared/meeting/schema'
import { timesWords } from '../../../shared/meeting/topics'
import { count } from '../words'
import { CoverageMap, Mark } from './CoverageMap'

const states: readonly CoverageState[] = ['expected', 'open', 'answered', 'sustained', 'deferred']

function columnWords({ raised }: CoverageColumn, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  const [only] = raised
  if (only === undefined) return 'not raised'
  const often = timesWords(raised, nameOf)
  const by = nameOf(only.who)
  return often !== '' ? often : by === null ? 'raised' : `raised: ${by}`
}

type CoverageProps = Pick<Meeting, 'attendees' | 'objections' | 'playbook'>

/** Stakeholders × objections: what was expected of whom, what they raised, and how it stands. */
export const Coverage = memo(function Coverage({ attendees, objections, playbook }: CoverageProps) {
  const [open, setOpen] = useState(true)
  const titleId = useId()
  const { rows, columns, expected, raised } = useMemo(
    () => coverage({ attendees, objections, playbook }),
    [attendees, objections, playbook],
  )
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const numbers = new Map<CoverageState, number>()
  for (const { state } of rows.flatMap(({ marks }) => marks))
    numbers.set(state, (numbers.get(state) ?? 0) + 1)
  return (
    <section className="panel coverage" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 className="panel-title">
          <button
            type="button"
            className="coverage-fold"
            id={titleId}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={14} aria-hidden />
            Coverage
          </button>
        </h2>
        <span className="panel-count figures">
          {raised === 0 ? `${count(expected, 'objection')} expected` : `${raised} raised`}
        </span>
      </div>
      {open && rows.length === 0 && (
        <p className="panel-none">Nobody is on the list of people, and nothing was prepared.</p>
      )}
      {open && rows.length > 0 && (
        <>
          <CoverageMap rows={rows} columns={columns} />
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
          <ul className="coverage-columns" aria-label="Prepared objections">
            {columns.map((column, index) => (
              <li key={column.id} title={column.text}>
                <b className="figures">{column.key ?? String.fromCodePoint(97 + index)}</b>
                <span>
                  {column.name}, {columnWords(column, names)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
})
