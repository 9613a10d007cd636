import './Controls.css'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Said } from '../meeting/Said'
import { Windows } from './Windows'

type ControlsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** The other two windows: always in sight. */
export function Controls({ session, meeting, readOnly }: ControlsProps) {
  const running = meeting.status === 'live' || meeting.status === 'paused'
  return (
    <div className="controls">
      <Windows session={session} meeting={meeting} readOnly={readOnly} />
      {(!running || readOnly) && <Said session={session} />}
    </div>
  )
}
