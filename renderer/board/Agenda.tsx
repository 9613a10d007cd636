import type { BoardView } from '../../shared/meeting/boardView'
import { PagedList } from './PagedList'

type Props = Pick<BoardView, 'agenda' | 'agendaAt'> & { readonly still: boolean }

type State = 'done' | 'now' | 'later'
const SIGN: Readonly<Record<State, string>> = { done: '✓', now: '▶', later: '' }

function stateOf(index: number, at: number): State {
  if (index === at) return 'now'
  return index < at ? 'done' : 'later'
}

/** The whole agenda: what is done, where we are, what is to come. */
export function Agenda({ agenda, agendaAt, still }: Props) {
  const at = agenda.findIndex(({ id }) => id === agendaAt)
  const items = agenda.map(({ id, title }, index) => {
    const state = stateOf(index, at)
    return {
      id,
      stamp: title,
      content: (
        <span className="agenda-item" data-state={state}>
          <span className="agenda-sign" aria-hidden="true">
            {SIGN[state] === '' ? `${index + 1}.` : SIGN[state]}
          </span>
          <span>
            {title}
            {state !== 'later' && <span className="visually-hidden">{`, ${state}`}</span>}
          </span>
        </span>
      ),
    }
  })
  return <PagedList className="agenda" name="Agenda" items={items} still={still} ordered current={agendaAt} />
}

/** Where we are on the agenda, in a line: so many of them done, this one now, that one next. */
export function AgendaLine({ agenda, agendaAt, still }: Props) {
  const at = agenda.findIndex(({ id }) => id === agendaAt)
  const now = agenda[at]
  const next = agenda[at + 1]
  if (now === undefined) return null
  const named = (id: string, word: string, title: string) => ({
    id,
    stamp: title,
    content: (
      <>
        <span className="date-word">{word} </span>
        {title}
      </>
    ),
  })
  const items = [
    named('now', `${at + 1} of ${agenda.length}`, now.title),
    ...(next === undefined ? [] : [named('next', 'next', next.title)]),
  ]
  return <PagedList className="row agenda-line" name="Agenda" items={items} still={still} />
}
