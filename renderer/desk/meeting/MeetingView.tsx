import './MeetingView.css'

import { useEffect, useRef } from 'react'

import type { OpenMeeting } from '../../../shared/ipc'
import type { Stage } from '../../state/route'
import type { Session } from '../../state/session'
import { Notice } from '../../ui/Notice'
import { KeySheet } from '../../ui/palette/KeySheet'
import { EntryWork } from '../decision/EntryWork'
import { Live } from '../live/Live'
import { NotSaved } from '../live/NotSaved'
import { Prepare } from '../prepare/Prepare'
import { Record } from '../record/Record'
import { RecordDialogs } from '../record/RecordDialogs'
import { useEverywhere } from '../useEverywhere'
import { Differences } from './Differences'
import { Finalised } from './Finalised'
import { Finder } from './Finder'
import { focusStage } from './focusStage'
import { Rail } from './Rail'
import { panelId, tabId } from './stageIds'
import { useMeetingKeys } from './useMeetingKeys'

type MeetingViewProps = { readonly session: Session; readonly open: OpenMeeting; readonly stage: Stage }

/** One meeting: its three stages at the left, the one at hand beside them. */
export function MeetingView({ session, open, stage }: MeetingViewProps) {
  const { meeting, readOnly, notice } = open
  const fixed = readOnly || meeting.status === 'finalised'
  const first = useRef(stage)
  const [over, setOver] = useEverywhere()
  useMeetingKeys(session, readOnly)
  useEffect(() => focusStage(first.current), [])

  return (
    <div className="meeting">
      <Rail session={session} meeting={meeting} stage={stage} readOnly={readOnly} />
      <main className="meeting-main">
        {(notice !== null || readOnly) && (
          <div className="meeting-notices">
            {notice !== null && <Notice>{notice}</Notice>}
            {notice === null && readOnly && <Notice>This meeting can be read here, but not changed.</Notice>}
          </div>
        )}
        <div className="meeting-notices">
          <Differences session={session} meeting={meeting} readOnly={readOnly} />
        </div>
        {!readOnly && fixed && stage !== 'record' && <Finalised session={session} meeting={meeting} />}
        <div
          className="stage-panel"
          role="tabpanel"
          id={panelId}
          aria-labelledby={tabId(stage)}
          tabIndex={-1}
          key={stage}
        >
          {stage === 'prepare' && <Prepare session={session} meeting={meeting} readOnly={fixed} />}
          {stage === 'live' && (
            <Live session={session} meeting={meeting} readOnly={fixed} actionsReadOnly={readOnly} />
          )}
          {stage === 'record' && <Record session={session} meeting={meeting} readOnly={readOnly} />}
        </div>
        {stage !== 'live' && <NotSaved capture={session.capture} withLine={false} />}
      </main>
      <RecordDialogs session={session} meeting={meeting} />
      {!fixed && <EntryWork session={session} meeting={meeting} />}
      {over === 'palette' && (
        <Finder
          session={session}
          meeting={meeting}
          onKeys={() => setOver('keys')}
          onClose={() => setOver(null)}
        />
      )}
      {over === 'keys' && <KeySheet scopes={['everywhere', 'desk', 'board']} onClose={() => setOver(null)} />}
    </div>
  )
}
