import { useState } from 'react'

import { formatMoment } from '../../../../shared/capture/due'
import type { actionConflicts } from '../../../../shared/meeting/actionConflicts'
import type { Meeting } from '../../../../shared/meeting/schema'
import type { Session } from '../../../state/session'
import { Button } from '../../../ui/Button'
import { DueDialog } from '../../decision/DueDialog'
import { conflictWords, count } from '../../words'
import { Part } from './Part'

type DoesNotFitProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly conflicting: ReturnType<typeof actionConflicts>
}

/** Actions whose due dates are over, or later than the plan allows. */
export function DoesNotFit({ session, meeting, conflicting }: DoesNotFitProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const action = meeting.actions.find(({ id }) => id === editing)
  if (conflicting.length === 0 && action === undefined) return null
  return (
    <Part
      title="Does not fit"
      note={`${count(conflicting.length, 'due date')} at odds with the plan or the clock`}
      done={conflicting.length === 0}
    >
      <ul className="closing-lines" aria-label="Does not fit">
        {conflicting.map(({ action: { id, text, due }, conflicts }) => (
          <li className="closing-line" key={id}>
            <p>
              {text}{' '}
              <span className="closing-lacks">
                {due !== null && `by ${formatMoment(due, meeting.timeZone)}: `}
                {conflictWords(conflicts)}
              </span>
            </p>
            <Button small onClick={() => setEditing(id)}>
              Change due date
            </Button>
          </li>
        ))}
      </ul>
      {action !== undefined && (
        <DueDialog
          key={action.id}
          session={session}
          meeting={meeting}
          action={action}
          onClose={() => setEditing(null)}
        />
      )}
    </Part>
  )
}
