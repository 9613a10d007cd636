import './MeetingView.css'

import { useEffect, useRef } from 'react'

import { deskKeys } from '../../../shared/keys/desk'
import { matchKey } from '../../../shared/keys/match'
import type { OpenMeeting } from '../../../shared/ipc'
import { go, type Stage } from '../../state/route'
import type { Session } from '../../state/session'
import { Notice } from '../../ui/Notice'
import { Live } from '../live/Live'
import { Prepare } from '../prepare/Prepare'
import { Record } from '../record/Record'
import { focusStage } from './focusStage'
import { Rail } from './Rail'
import { panelId, tabId } from './stageIds'
import { undoLast } from './undoLast'

type MeetingViewProps = { readonly session: Session; readonly open: OpenMeeting; readonly stage: Stage }

/** A field that has text keeps its own undo. */
function hasText(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.type !== 'radio' &&
    target.value !== ''
  )
}

function useMeetingKeys(session: Session, readOnly: boolean) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = matchKey(event, deskKeys)
      if (command === null || document.querySelector('dialog[open]') !== null) return
      if (command.id === 'capture.undo') {
        if (hasText(event.target) || readOnly) return
        event.preventDefault()
        void undoLast(session)
        return
      }
      event.preventDefault()
      const stage =
        command.id === 'stage.prepare' ? 'prepare' : command.id === 'stage.record' ? 'record' : 'live'
      go({ page: 'meeting', id: session.id, stage })
      focusStage(stage)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session, readOnly])
}

/** One meeting: its three stages at the left, the one at hand beside them. */
export function MeetingView({ session, open, stage }: MeetingViewProps) {
  const { meeting, readOnly, notice } = open
  const first = useRef(stage)
  useMeetingKeys(session, readOnly)
  useEffect(() => focusStage(first.current), [])

  return (
    <div className="meeting">
      <Rail meeting={meeting} stage={stage} />
      <main className="meeting-main">
        {(notice !== null || readOnly) && (
          <div className="meeting-notices">
            {notice !== null && <Notice>{notice}</Notice>}
            {notice === null && readOnly && <Notice>This meeting can be read here, but not changed.</Notice>}
          </div>
        )}
        <div
          className="stage-panel"
          role="tabpanel"
          id={panelId}
          aria-labelledby={tabId(stage)}
          tabIndex={-1}
          key={stage}
        >
          {stage === 'prepare' && <Prepare session={session} meeting={meeting} readOnly={readOnly} />}
          {stage === 'live' && <Live session={session} meeting={meeting} readOnly={readOnly} />}
          {stage === 'record' && <Record session={session} meeting={meeting} />}
        </div>
      </main>
    </div>
  )
}
