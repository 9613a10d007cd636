import './Controls.css'

import { Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import type { Meeting } from '../../../shared/meeting/schema'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { focusStage } from '../meeting/focusStage'
import { Said } from '../meeting/Said'
import { redoLast, undoLast } from '../meeting/undoRedo'
import { EndDialog } from './closing/EndDialog'
import { Windows } from './Windows'

type ControlsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** The other two windows, the way back, and the end: always in sight. */
export function Controls({ session, meeting, readOnly }: ControlsProps) {
  const [ending, setEnding] = useState(false)
  const running = meeting.status === 'live' || meeting.status === 'paused'

  async function end() {
    setEnding(false)
    const toRecord = () => go({ page: 'meeting', id: meeting.id, stage: 'record' })
    if (await session.tell({ type: 'end' }, () => 'The meeting has ended.', toRecord)) focusStage('record')
  }

  return (
    <div className="controls">
      <Windows session={session} meeting={meeting} readOnly={readOnly} />
      {(!running || readOnly) && <Said session={session} />}
      {running && (
        <div className="windows-pair controls-end">
          <Button
            icon={<Undo2 size={16} aria-hidden />}
            keys="Mod+Z"
            aria-keyshortcuts={ariaShortcut(deskKey('capture.undo').keys)}
            disabled={readOnly}
            onClick={() => void undoLast(session)}
          >
            Undo
          </Button>
          <Button
            icon={<Redo2 size={16} aria-hidden />}
            aria-keyshortcuts={ariaShortcut(deskKey('capture.redo').keys)}
            title="Redo (Ctrl+Shift+Z or Ctrl+Y)"
            disabled={readOnly}
            onClick={() => void redoLast(session)}
          >
            Redo
          </Button>
          <Button look="stop" className="controls-stop" disabled={readOnly} onClick={() => setEnding(true)}>
            End meeting
          </Button>
        </div>
      )}
      {ending && (
        <EndDialog
          session={session}
          meeting={meeting}
          onEnd={() => void end()}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  )
}
