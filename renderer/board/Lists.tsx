import type { PublicView } from '../../shared/meeting/publicView'
import { dayOf } from './format'
import { PagedList } from './PagedList'

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

type Head = {
  readonly sign: string
  readonly state: string
  readonly who: string
  readonly due?: string | undefined
}

type EntryProps = {
  readonly head?: Head
  readonly text: string
  /** Whether its text keeps all its lines below its state. */
  readonly whole?: boolean
}

/**
 * An entry: its state and people in a line, then its text. A text longer than its lines ends in an ellipsis one
 * can see: the board is a summary, and the record has every word.
 */
function Entry({ head, text, whole = false }: EntryProps) {
  return (
    <>
      {head !== undefined && (
        <p className="entry-head">
          <span className="state" data-state={head.state}>
            <span aria-hidden="true">{head.sign}</span> {head.state}
          </span>
          <span className="who">{head.who}</span>
          {head.due !== undefined && <span className="due">{head.due}</span>}
        </p>
      )}
      <p className={whole ? 'entry-text entry-whole' : 'entry-text'}>{text}</p>
    </>
  )
}

/** What was objected, asked or worried about. */
export function Concerns({ concerns }: Pick<PublicView, 'concerns'>) {
  const items = concerns.map(({ id, status, who, text }) => ({
    id,
    content: <Entry head={{ sign: CONCERN_SIGN[status], state: status, who }} text={text} />,
  }))
  return <PagedList name="Concerns" empty="None raised so far" items={items} />
}

/** What became of a decision, and whether the room heard it in these words; nothing where nobody said so. */
function decisionHead({ outcome, readBack }: Decision): { readonly head?: Head } {
  const heard = readBack === 'same' ? 'read back' : ''
  if (outcome !== null) return { head: { sign: OUTCOME_SIGN[outcome], state: outcome, who: heard } }
  return heard === '' ? {} : { head: { sign: '✓', state: heard, who: '' } }
}

/** What was decided. */
export function Decisions({ decisions }: Pick<PublicView, 'decisions'>) {
  const items = decisions.map((decision) => ({
    id: decision.id,
    content: <Entry {...decisionHead(decision)} text={decision.text} whole />,
  }))
  return <PagedList name="Decisions" empty="None taken so far" items={items} />
}

/** Who does what until when. */
export function Actions({ actions, timeZone }: Pick<PublicView, 'actions' | 'timeZone'>) {
  const items = actions.map(({ id, status, owner, due, text }) => {
    const who = owner === '' ? 'no owner yet' : owner
    const by = due === null ? undefined : dayOf(due, timeZone)
    return {
      id,
      content: <Entry head={{ sign: ACTION_SIGN[status], state: status, who, due: by }} text={text} />,
    }
  })
  return <PagedList name="Actions" empty="None agreed so far" items={items} />
}
