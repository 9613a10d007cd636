import { useEffect } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { ending } from '../../state/ending'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { focusStage } from '../meeting/focusStage'
import { EndDialog } from './closing/EndDialog'

type EndMeetingProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** The end of a running meeting, by way of the closing walk. */
export function EndMeeting({ session, meeting, readOnly }: EndMeetingProps) {
  const isEnding = useObservable(ending)
  useEffect(() => () => ending.set(false), [])

  async function end() {
    ending.set(false)
    const toRecord = () => go({ page: 'meeting', id: meeting.id, stage: 'record' })
    if (await session.tell({ type: 'end' }, () => 'The meeting has ended.', toRecord)) focusStage('record')
  }

  if (meeting.status !== 'live' && meeting.status !== 'paused') return null
  return (
    <>
      <Button look="stop" disabled={readOnly} onClick={() => ending.set(true)}>
        End meeting
      </Button>
      {isEnding && (
        <EndDialog
          session={session}
          meeting={meeting}
          onEnd={() => void end()}
          onClose={() => ending.set(false)}
        />
      )}
    </>
  )
}
