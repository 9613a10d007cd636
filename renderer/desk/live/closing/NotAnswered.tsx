import { openObjections } from '../../../../shared/meeting/closing'
import { objectionStatusSchema, type Meeting, type Objection } from '../../../../shared/meeting/schema'
import type { Session } from '../../../state/session'
import { count } from '../../words'
import { StatusSelect } from '../StatusSelect'
import { useStatuses } from '../useStatuses'
import { Part } from './Part'

type NotAnsweredProps = {
  readonly session: Session
  readonly meeting: Meeting
  /** What was open as the walk began: it stays on the list while it is settled. */
  readonly first: readonly Objection[]
}

/** Objections that are still open, each with its status to set. */
export function NotAnswered({ session, meeting, first }: NotAnsweredProps) {
  const { setObjection } = useStatuses(session)
  const open = openObjections(meeting).length
  const names = new Map(meeting.attendees.map(({ id, name }) => [id, name]))
  const listed = meeting.objections.filter(({ id }) => first.some((each) => each.id === id))
  return (
    <Part
      title="Not answered"
      note={open === 0 ? 'Every objection has been dealt with' : `${count(open, 'objection')} still open`}
      done={open === 0}
    >
      {listed.length > 0 && (
        <ul className="closing-lines" aria-label="Not answered">
          {listed.map(({ id, text, who, status }) => (
            <li className="closing-line" key={id}>
              <p>
                {who !== null && names.has(who) && <strong>{names.get(who)} </strong>}
                {text}
              </p>
              <StatusSelect
                id={id}
                text={text}
                status={status}
                options={objectionStatusSchema.options}
                disabled={false}
                onStatus={setObjection}
              />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
