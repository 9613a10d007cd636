import './Live.css'

import type { Meeting } from '../../../shared/meeting/schema'
import { formatClock } from '../../../shared/capture/due'
import type { Session } from '../../state/session'
import { StageHead } from '../meeting/StageHead'
import { hrefOf } from '../../state/route'
import { CaptureLine } from './CaptureLine'
import { Controls } from './Controls'
import { Elapsed } from './Elapsed'
import { Lists } from './Lists'
import { NotSaved } from './NotSaved'

type LiveProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** During the meeting: one line that takes everything, and above it what it has taken. */
export function Live({ session, meeting, readOnly }: LiveProps) {
  const { status, startedAt, endedAt, timeZone, id } = meeting
  if (startedAt === null) {
    return (
      <>
        <StageHead meeting={meeting} />
        <div className="before-start">
          <strong>The meeting has not started</strong>
          <p>Objections, decisions and actions are captured here once it runs.</p>
          <a className="button" href={hrefOf({ page: 'meeting', id, stage: 'prepare' })} data-begin="">
            Go to Prepare
          </a>
        </div>
      </>
    )
  }
  const running = status === 'live' || status === 'paused'
  return (
    <>
      <StageHead meeting={meeting}>
        <Elapsed startedAt={startedAt} endedAt={endedAt} />
      </StageHead>
      <div className="live">
        <div className="live-work">
          <Lists session={session} meeting={meeting} readOnly={readOnly} />
          <NotSaved capture={session.capture} />
          {running && !readOnly && <CaptureLine session={session} meeting={meeting} />}
          {endedAt !== null && !running && (
            <p className="live-over">
              The meeting ended at {formatClock(endedAt, timeZone)}. What was captured is in the{' '}
              <a href={hrefOf({ page: 'meeting', id, stage: 'record' })}>record</a>.
            </p>
          )}
        </div>
        <Controls session={session} meeting={meeting} readOnly={readOnly} />
      </div>
    </>
  )
}
