import type { PublicView } from '../../shared/meeting/publicView'
import { dayOf } from './format'
import { PagedList } from './PagedList'

type Concern = PublicView['concerns'][number]
type Action = PublicView['actions'][number]

/** Each state has a shape of its own beside its word. */
const CONCERN_SIGN: Readonly<Record<Concern['status'], string>> = {
  open: '●',
  answered: '✓',
  sustained: '■',
  deferred: '→',
}
const ACTION_SIGN: Readonly<Record<Action['status'], string>> = { open: '○', done: '✓', dropped: '✕' }

function State({ sign, word }: { readonly sign: string; readonly word: string }) {
  return (
    <span className="state" data-state={word}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}

/**
 * An entry: its state and people first, then its text. Texts longer than three lines end in an ellipsis one
 * can see: the board is a summary, and the record has every word.
 */
function Entry({ state, people, text }: { readonly state?: React.ReactNode; readonly people: string; readonly text: string }) {
  return (
    <p className="entry">
      {state} {people !== '' && <span className="people">{people}</span>} {text}
    </p>
  )
}

/** What was objected, asked or worried about. */
export function Concerns({ concerns }: Pick<PublicView, 'concerns'>) {
  const items = concerns.map(({ id, status, who, text }) => ({
    id,
    content: <Entry state={<State sign={CONCERN_SIGN[status]} word={status} />} people={who} text={text} />,
  }))
  return <PagedList name="Concerns" empty="None raised so far" items={items} />
}

/** What was decided. */
export function Decisions({ decisions }: Pick<PublicView, 'decisions'>) {
  const items = decisions.map(({ id, text }) => ({ id, content: <Entry people="" text={text} /> }))
  return <PagedList name="Decisions" empty="None taken so far" items={items} />
}

/** Who does what until when. */
export function Actions({ actions, timeZone }: Pick<PublicView, 'actions' | 'timeZone'>) {
  const items = actions.map(({ id, status, owner, due, text }) => {
    const who = owner === '' ? 'no owner yet' : owner
    const people = due === null ? who : `${who}, ${dayOf(due, timeZone)}`
    return { id, content: <Entry state={<State sign={ACTION_SIGN[status]} word={status} />} people={people} text={text} /> }
  })
  return <PagedList name="Actions" empty="None agreed so far" items={items} />
}
