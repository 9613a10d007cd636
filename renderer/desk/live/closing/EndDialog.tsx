import { useMemo, useState } from 'react'

import { actionConflicts } from '../../../../shared/meeting/actionConflicts'
import { closingOf } from '../../../../shared/meeting/closing'
import type { Meeting } from '../../../../shared/meeting/schema'
import { useMinute } from '../../../state/now'
import type { Session } from '../../../state/session'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { listed } from '../../words'
import { Checklist } from './Checklist'
import { DoesNotFit } from './DoesNotFit'
import { FollowUpForm } from './FollowUpForm'
import { NotAnswered } from './NotAnswered'
import { NotOwned } from './NotOwned'
import { NotShown } from './NotShown'

type EndDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** Walks the closing checklist and names what is left, with the way to settle it on the spot. */
export function EndDialog({ session, meeting, onEnd, onClose }: EndDialogProps) {
  const now = new Date(useMinute()).toISOString()
  const left = useMemo(() => closingOf(meeting), [meeting])
  const conflicting = actionConflicts(meeting, now)
  const [first] = useState(left)
  const open = [
    ...(left.unanswered.length > 0 ? ['not everything is answered'] : []),
    ...(left.unowned.length + left.unplanned.length > 0 ? ['not everything has an owner and a date'] : []),
    ...(conflicting.length > 0 ? ['a due date does not fit'] : []),
    ...(left.unshown.length > 0 ? ['not every must-say phrase was shown'] : []),
    ...(left.unchecked.length > 0 ? ['the checklist is not done'] : []),
    ...(left.noFollowUp ? ['no follow-up is set'] : []),
  ]
  const isClean = open.length === 0
  return (
    <Dialog
      title="End the meeting?"
      wide
      onClose={onClose}
      foot={
        <div className="dialog-buttons">
          <output className="closing-sum">
            {isClean ? 'Everything is settled.' : `Still open: ${listed(open)}.`}
          </output>
          <Button onClick={onClose} keys="Esc" data-first={isClean ? undefined : ''}>
            Keep going
          </Button>
          <Button look={isClean ? 'primary' : 'stop'} onClick={onEnd} data-first={isClean ? '' : undefined}>
            End now
          </Button>
        </div>
      }
    >
      <p className="closing-lead">
        The clock stops and nothing more can be captured. What is open can be settled here, or stays in the
        record as open.
      </p>
      <Checklist session={session} items={meeting.checklist} />
      <NotAnswered session={session} meeting={meeting} first={first.unanswered} />
      <NotOwned session={session} meeting={meeting} unowned={left.unowned} tasks={left.unplanned} />
      <DoesNotFit session={session} meeting={meeting} conflicting={conflicting} />
      <NotShown session={session} meeting={meeting} first={first.unshown} />
      <FollowUpForm session={session} meeting={meeting} />
    </Dialog>
  )
}
