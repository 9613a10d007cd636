import { RotateCcw } from 'lucide-react'

import { formatMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import { planPicture, proposalOf, proposalWords } from '../../state/planWords'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { focusId, placeId } from './places'
import { PlanDate } from './PlanDate'
import { PlanPicture } from './PlanPicture'

type NewDateProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** The date the plan leads to, how it came about, and the way to another one and back. */
export function NewDate({ session, meeting, readOnly }: NewDateProps) {
  const { newDate, override } = meeting.plan
  const picture = planPicture(meeting)
  const proposal = proposalOf(meeting)

  async function back() {
    const done = await session.tell(
      { type: 'setPlanDate', date: 'override', text: '' },
      () => 'The date is the plan’s again.',
    )
    if (done) focusId(placeId('newDate'))
  }

  return (
    <div className="new-date">
      {picture !== null && <PlanPicture picture={picture} meeting={meeting} />}
      <p className="new-date-sum figures">{proposalWords(meeting)}</p>
      <div className="new-date-row">
        <PlanDate
          session={session}
          meeting={meeting}
          date="override"
          label="New date"
          placeholder="Worked out from the plan"
          shown={newDate}
          readOnly={readOnly}
        />
        {override !== null && !readOnly && (
          <Button icon={<RotateCcw size={14} aria-hidden />} onClick={() => void back()}>
            Back to the proposal
          </Button>
        )}
      </div>
      {override !== null && proposal !== null && (
        <p className="new-date-note">
          Set by hand. The plan’s own date is {formatMoment(proposal, meeting.timeZone)}.
        </p>
      )}
      {override === null && proposal !== null && (
        <p className="new-date-note">
          Every task at its upper end. Type another date to promise that one instead.
        </p>
      )}
    </div>
  )
}
