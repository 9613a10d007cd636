import './Coverage.css'

import { memo, useCallback, useId, useMemo, useState } from 'react'

import { coverages, type CoverageColumn, type CoverageState } from '../../../shared/meeting/coverage'
import type { Attendee, Meeting } from '../../../shared/meeting/schema'
import { tallyWords } from '../../../shared/meeting/topics'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { columnSign, CoverageMap, Mark, type WhoIs } from './CoverageMap'
import { isHere, Who } from './Who'

const states: readonly CoverageState[] = ['expected', 'open', 'answered', 'sustained', 'deferred']

function columnWords({ tally }: CoverageColumn, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  if (tally.times === 0) return 'not raised'
  const by = nameOf(tally.who[0] ?? null)
  return tally.times > 1 ? tallyWords(tally, nameOf) : by === null ? 'raised' : `raised: ${by}`
}

/** First names, where no two people share one; whole names else. */
function shortNames(attendees: readonly Attendee[]): ReadonlyMap<string, string> {
  const first = (name: string) => name.split(/\s+/)[0] ?? name
  const firsts = attendees.map(({ name }) => first(name))
  const isOne = (name: string) => firsts.indexOf(name) === firsts.lastIndexOf(name)
  return new Map(attendees.map(({ id, name }) => [id, isOne(first(name)) ? first(name) : name]))
}

type PeopleMapProps = Pick<
  Meeting,
  'attendees' | 'objections' | 'playbook' | 'status' | 'startedAt' | 'endedAt' | 'timeZone'
> & { readonly session: Session; readonly readOnly: boolean }

/** Who is in the meeting, what was expected of whom, what they raised, and how it stands: one row for each. */
export const PeopleMap = memo(function PeopleMap({ session, readOnly, ...meeting }: PeopleMapProps) {
  const { attendees, objections, playbook, status, startedAt, endedAt, timeZone } = meeting
  const titleId = useId()
  const [pictureOf] = useState(coverages)
  const { rows, columns, numbers } = useMemo(
    () => pictureOf({ attendees, objections, playbook }),
    [pictureOf, attendees, objections, playbook],
  )
  const people = useMemo(() => new Map(attendees.map((each) => [each.id, each])), [attendees])
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const shorts = useMemo(() => shortNames(attendees), [attendees])
  const absent = attendees.filter((attendee) => !isHere(attendee))
  const taken = !readOnly && (status === 'live' || status === 'paused')

  const who: WhoIs = useCallback(
    (row) => (
      <Who
        row={row}
        short={shorts.get(row.id) ?? row.name}
        attendee={people.get(row.id)}
        meeting={{ startedAt, endedAt, timeZone }}
        disabled={!taken}
        onToggle={(attendee) => {
          const { id, name } = attendee
          void session.tell({ type: isHere(attendee) ? 'leave' : 'arrive', attendee: id }, () =>
            isHere(attendee) ? `${name} has left.` : `${name} is here.`,
          )
        }}
      />
    ),
    [people, shorts, startedAt, endedAt, timeZone, taken, session],
  )

  return (
    <section className="panel coverage" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 className="panel-title" id={titleId}>
          People
        </h2>
        {startedAt !== null && attendees.length > 0 && <Count attendees={attendees} taken={taken} />}
        {taken && attendees.length > 1 && <Everybody session={session} absent={absent} />}
      </div>
      {rows.length === 0 ? (
        <p className="panel-none">Nobody is on the list yet. People are added in Prepare, or with @ above.</p>
      ) : (
        <>
          <CoverageMap rows={rows} columns={columns} who={who} />
          <p className="coverage-legend figures">
            {states
              .filter((state) => (numbers[state] ?? 0) > 0)
              .map((state) => (
                <span key={state}>
                  <Mark state={state} />
                  {numbers[state]} {state}
                </span>
              ))}
          </p>
          <ul className="coverage-columns" aria-label="Prepared objections">
            {columns.map((column, index) => (
              <li key={column.id} title={`${column.text} (${columnWords(column, names)})`}>
                <b className="figures">{columnSign(column, index)}</b>
                <span className="coverage-name" data-raised={column.tally.times > 0}>
                  {column.name}
                </span>
                <span className="unseen">, {columnWords(column, names)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
})

type CountProps = { readonly attendees: readonly Attendee[]; readonly taken: boolean }

function Count({ attendees, taken }: CountProps) {
  const number = attendees.filter((each) => (taken ? isHere(each) : each.present.length > 0)).length
  return (
    <span className="panel-count figures">
      {number} of {attendees.length} {taken ? 'here' : 'were here'}
    </span>
  )
}

type EverybodyProps = { readonly session: Session; readonly absent: readonly Attendee[] }

function Everybody({ session, absent }: EverybodyProps) {
  async function arrive() {
    const answers = await Promise.all(absent.map(({ id }) => session.run({ type: 'arrive', attendee: id })))
    const refused = answers.find((answer) => !answer.ok)
    session.say(
      refused === undefined || refused.ok
        ? { kind: 'done', sentence: 'Everybody is here.' }
        : { kind: 'refused', sentence: refused.refusal.sentence },
    )
  }
  return (
    <Button
      small
      className="people-all"
      aria-disabled={absent.length === 0}
      onClick={() => {
        if (absent.length > 0) void arrive()
      }}
    >
      Everybody is here
    </Button>
  )
}
