import './Clock.css'

import { Coffee } from 'lucide-react'

import {
  againstPlan,
  breakSoFar,
  clockOf,
  elapsed,
  minutesOf,
  plannedMinutes,
} from '../../../shared/meeting/clock'
import type { Meeting } from '../../../shared/meeting/schema'
import { useSecond } from '../../state/now'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { CueClock } from './CueClock'

type ClockProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** How long the meeting has run without its breaks, how that stands against the plan, and the break. */
export function Clock({ session, meeting, readOnly }: ClockProps) {
  const now = useSecond()
  const spent = elapsed(meeting, now)
  const resting = breakSoFar(meeting, now)
  const planned = plannedMinutes(meeting)
  const running = meeting.status === 'live' || meeting.status === 'paused'

  function toggle() {
    void session.tell({ type: resting === null ? 'pause' : 'resume' }, () =>
      resting === null ? 'The clock rests until the break ends.' : 'The meeting goes on.',
    )
  }

  return (
    <div className="clock" data-resting={resting !== null}>
      {running && resting === null && <CueClock meeting={meeting} />}
      {resting === null ? (
        planned > 0 && (
          <p className="clock-plan figures">
            {planned} min planned
            <br />
            {running && againstPlan(planned, spent)}
          </p>
        )
      ) : (
        <p className="clock-break figures">
          <Coffee size={16} aria-hidden />
          <span>Break {minutesOf(resting)}</span>
        </p>
      )}
      <div className="elapsed">
        <span className="elapsed-time figures" role="timer" aria-label="Elapsed">
          {clockOf(spent)}
        </span>
        <span className="elapsed-word" aria-hidden="true">
          Elapsed
        </span>
      </div>
      {running && (
        <Button
          className="clock-button"
          look={resting === null ? 'plain' : 'primary'}
          disabled={readOnly}
          onClick={toggle}
        >
          {resting === null ? 'Break' : 'End break'}
        </Button>
      )}
    </div>
  )
}
