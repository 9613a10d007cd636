import { useEffect, useState } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { dayAndTime } from './format'
import { openFirst } from './order'
import { PagedList, type PagedItem } from './PagedList'

type Concern = PublicView['concerns'][number]
type Action = PublicView['actions'][number]
type Decision = PublicView['decisions'][number]

/** Each state has a shape of its own beside its word. */
const CONCERN_SIGN: Readonly<Record<Concern['status'], string>> = {
  open: '●',
  answered: '✓',
  sustained: '■',
  deferred: '→',
}
const OUTCOME_SIGN: Readonly<Record<NonNullable<Decision['outcome']>, string>> = {
  proposed: '○',
  agreed: '✓',
  rejected: '✕',
  deferred: '→',
}
const ACTION_SIGN: Readonly<Record<Action['status'], string>> = { open: '○', done: '✓', dropped: '✕' }

type Said = {
  readonly sign: string
  readonly state: string
  /** Whether it needs somebody to do something: it stands out. */
  readonly loud?: boolean
  /** What else there is to say of it, in the order of its weight. */
  readonly more: readonly string[]
}

type ListProps = { readonly still: boolean }

/** The dot stays in the line of what stands before it. */
const BETWEEN = '\u00a0· '

/** An entry: its sign and its whole text, and below it its state, its people and its date. */
function entry(id: string, text: string, said: Said): PagedItem {
  const { sign, state, loud = false, more } = said
  const words = more.filter((each) => each !== '').join(BETWEEN)
  return {
    id,
    stamp: JSON.stringify([text, said]),
    content: (
      <span className="entry" data-state={state} data-loud={loud}>
        <span className="entry-sign" aria-hidden="true">
          {sign}
        </span>
        <span className="entry-text">{text}</span>
        {(state !== '' || words !== '') && (
          <span className="entry-more">
            {state !== '' && <strong className="state">{state}</strong>}
            {state !== '' && words !== '' && BETWEEN}
            {words}
          </span>
        )}
      </span>
    ),
  }
}

/** What was objected, asked or worried about; what is open first. */
export function Concerns({ concerns, still }: Pick<PublicView, 'concerns'> & ListProps) {
  const items = openFirst(concerns).map(({ id, status, who, text }) =>
    entry(id, text, { sign: CONCERN_SIGN[status], state: status, more: [who] }),
  )
  return <PagedList name="Concerns" empty="None raised so far" items={items} still={still} counted />
}

/** What was decided; the newest first. What another decision took the place of is marked. */
export function Decisions({ decisions, still }: Pick<PublicView, 'decisions'> & ListProps) {
  const replaced = new Set(decisions.flatMap(({ supersedes }) => supersedes ?? []))
  const items = decisions.map(({ id, text, outcome, readBack }) => {
    const heard = readBack === 'same' ? 'read back' : ''
    if (replaced.has(id)) return entry(id, text, { sign: '⤳', state: 'replaced', more: [] })
    const sign = outcome === null ? (heard === '' ? '–' : '✓') : OUTCOME_SIGN[outcome]
    return entry(id, text, { sign, state: outcome ?? heard, more: outcome === null ? [] : [heard] })
  })
  return (
    <PagedList name="Decisions" empty="None taken so far" items={items.toReversed()} still={still} counted />
  )
}

const MINUTE = 60_000

/** The time, looked at once a minute. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Who does what until when; what is still to be done first. */
export function Actions({ actions, timeZone, still }: Pick<PublicView, 'actions' | 'timeZone'> & ListProps) {
  const now = useMinute()
  const items = openFirst(actions).map(({ id, status, owner, due, text }) => {
    const late = status === 'open' && due !== null && Date.parse(due) < now
    const unowned = status === 'open' && owner === ''
    const by = due === null ? '' : `by ${dayAndTime(due, timeZone)}`.replaceAll(' ', '\u00a0')
    const lacks = [late ? 'overdue' : '', unowned ? 'no owner yet' : '']
      .filter((each) => each !== '')
      .join(', ')
    const state = status === 'open' ? lacks : status
    return entry(id, text, { sign: ACTION_SIGN[status], state, loud: late || unowned, more: [owner, by] })
  })
  return <PagedList name="Actions" empty="None agreed so far" items={items} still={still} counted />
}
