import './Live.css'

import { useRef } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { formatClock } from '../../../shared/capture/due'
import type { Session } from '../../state/session'
import { StageHead } from '../meeting/StageHead'
import { hrefOf } from '../../state/route'
import { useReachableScroll } from '../../ui/useReachableScroll'
import { CaptureLine } from './CaptureLine'
import { Clock } from './Clock'
import { Controls } from './Controls'
import { EndMeeting } from './EndMeeting'
import { Lists } from './Lists'
import { NotSaved } from './NotSaved'
import { PeopleMap } from './PeopleMap'
import { PlanTasks } from './PlanTasks'

type LiveProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readOnly: boolean
  readonly actionsReadOnly: boolean
}

function BeforeStart({ id }: { readonly id: string }) {
  return (
    <div className="before-start">
      <strong>The meeting has not started</strong>
      <p>
        Objections, decisions and actions are captured here once it runs. Prompter and board can be opened
        now, so both are ready when people join.
      </p>
      <a className="button" href={hrefOf({ page: 'meeting', id, stage: 'prepare' })} data-begin="">
        Go to Prepare
      </a>
    </div>
  )
}

/** During the meeting: one line that takes everything, and above it what it has taken. */
export function Live({ session, meeting, readOnly, actionsReadOnly }: LiveProps) {
  const { status, startedAt, endedAt, timeZone, id } = meeting
  const running = status === 'live' || status === 'paused'
  const capturing = running && !readOnly
  const panels = useRef<HTMLDivElement>(null)
  useReachableScroll(panels)
  return (
    <>
      <StageHead meeting={meeting}>
        {startedAt !== null && <Clock session={session} meeting={meeting} readOnly={readOnly} />}
        <EndMeeting session={session} meeting={meeting} readOnly={readOnly} />
      </StageHead>
      <div className="live">
        <div className="live-work">
          {startedAt === null ? (
            <BeforeStart id={id} />
          ) : (
            <>
              <Lists
                session={session}
                meeting={meeting}
                readOnly={readOnly}
                actionsReadOnly={actionsReadOnly}
              />
              <NotSaved capture={session.capture} withLine={capturing} />
            </>
          )}
          {capturing && <CaptureLine session={session} meeting={meeting} />}
          {endedAt !== null && !running && (
            <p className="live-over">
              The meeting ended at {formatClock(endedAt, timeZone)}. What was captured is in the{' '}
              <a href={hrefOf({ page: 'meeting', id, stage: 'record' })} data-begin="">
                record
              </a>
              .
            </p>
          )}
        </div>
        <aside className="side" aria-label="Controls">
          <div className="side-panels" ref={panels}>
            <PeopleMap
              session={session}
              attendees={meeting.attendees}
              objections={meeting.objections}
              playbook={meeting.playbook}
              status={status}
              startedAt={startedAt}
              endedAt={endedAt}
              timeZone={timeZone}
              readOnly={readOnly}
            />
            {capturing && <PlanTasks session={session} meeting={meeting} />}
          </div>
          <Controls session={session} meeting={meeting} readOnly={readOnly} />
        </aside>
      </div>
    </>
  )
}
