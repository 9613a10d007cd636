import { CircleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'

import { closingOf } from '../../../shared/meeting/closing'
import { objectionStatusSchema, type Meeting, type ObjectionStatus } from '../../../shared/meeting/schema'
import { Button } from '../../ui/Button'
import { StatusSelect } from '../live/StatusSelect'

type MissingProps = {
  readonly meeting: Meeting
  readonly readOnly: boolean
  readonly onEdit: (id: string) => void
  readonly onStatus: (id: string, status: ObjectionStatus) => Promise<unknown>
}

const lackWords = { owner: 'no owner', due: 'no due date' } as const

/** So many are listed at first; a click lists them all. */
const FEW = 6

/** What the record lacks, each named, with the way to it. */
export function Missing({ meeting, readOnly, onEdit, onStatus }: MissingProps) {
  const { unanswered, unowned, noFollowUp } = useMemo(() => closingOf(meeting), [meeting])
  const others = [
    ...(meeting.decisions.length === 0 ? ['No decision was captured.'] : []),
    ...(noFollowUp ? ['No follow-up is set.'] : []),
  ]
  const number = unowned.length + unanswered.length + others.length
  const [all, setAll] = useState(false)
  if (number === 0) return null
  const owned = all ? unowned : unowned.slice(0, FEW)
  const answered = all ? unanswered : unanswered.slice(0, Math.max(0, FEW - owned.length))
  const hidden = unowned.length + unanswered.length - owned.length - answered.length
  return (
    <section className="record-section" aria-label="Missing">
      <h2>
        Missing <span className="figures">{number}</span>
      </h2>
      <ul className="missing">
        {owned.map(({ action: { id, text }, lacks }) => (
          <li key={id}>
            <CircleAlert size={14} aria-hidden />
            <p>
              {text} <span className="entry-lacks">{lacks.map((each) => lackWords[each]).join(', ')}</span>
            </p>
            {!readOnly && (
              <Button small onClick={() => onEdit(id)} aria-label={`Complete “${text}”`}>
                Complete
              </Button>
            )}
          </li>
        ))}
        {answered.map(({ id, text, status }) => (
          <li key={id}>
            <CircleAlert size={14} aria-hidden />
            <p>
              {text} <span className="entry-lacks">not answered</span>
            </p>
            <StatusSelect
              id={id}
              text={text}
              status={status}
              options={objectionStatusSchema.options}
              disabled={readOnly}
              onStatus={onStatus}
            />
          </li>
        ))}
        {others.map((sentence) => (
          <li key={sentence}>
            <CircleAlert size={14} aria-hidden />
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button small className="missing-all" onClick={() => setAll(true)}>
          Show {hidden} more
        </Button>
      )}
    </section>
  )
}
