import './Controls.css'

import { EyeOff, MonitorUp, ScrollText, Snowflake, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import type { BoardState } from '../../../shared/ipc'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { go } from '../../state/route'
import type { Session } from '../../state/session'
import { followStage, stageState } from '../../state/stage'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { focusStage } from '../meeting/focusStage'
import { Said } from '../meeting/Said'
import { undoLast } from '../meeting/undoLast'
import { EndDialog } from './EndDialog'

type ControlsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

function Lamp({ on, word }: { readonly on: boolean; readonly word: string }) {
  return (
    <span className="lamp" data-on={on}>
      {word}
    </span>
  )
}

function boardWord(isOpen: boolean, { blank, frozen }: BoardState): string {
  if (!isOpen) return 'Closed'
  return blank ? 'Blank' : frozen ? 'Frozen' : 'Showing'
}

/** The other two windows, the way back, and the end. */
export function Controls({ session, meeting, readOnly }: ControlsProps) {
  const stage = useObservable(stageState)
  const [ending, setEnding] = useState(false)
  useEffect(followStage, [])
  const board = stage?.boardState ?? { frozen: false, blank: false }
  const running = meeting.status === 'live' || meeting.status === 'paused'
  const boardOpen = stage?.board === meeting.id

  async function open(kind: 'prompter' | 'board') {
    const answer = await bridge.call('window:open', { kind, meeting: meeting.id })
    session.say(answer.ok ? null : { kind: 'refused', sentence: answer.refusal.sentence })
  }

  async function setBoard(change: Partial<BoardState>) {
    const answer = await bridge.call('board:set', change)
    session.say(answer.ok ? null : { kind: 'refused', sentence: answer.refusal.sentence })
  }

  async function end() {
    setEnding(false)
    if (!(await session.tell({ type: 'end' }, () => 'The meeting has ended.'))) return
    go({ page: 'meeting', id: meeting.id, stage: 'record' })
    focusStage('record')
  }

  return (
    <aside className="controls" aria-label="Controls">
      <div className="controls-group">
        <div className="controls-head">
          <h2 className="controls-title">Prompter</h2>
          <Lamp
            on={stage?.prompter === meeting.id}
            word={stage?.prompter === meeting.id ? 'Open' : 'Closed'}
          />
        </div>
        <Button icon={<ScrollText size={16} aria-hidden />} onClick={() => void open('prompter')}>
          Open prompter
        </Button>
      </div>
      <div className="controls-group">
        <div className="controls-head">
          <h2 className="controls-title">Board</h2>
          <Lamp on={boardOpen} word={boardWord(boardOpen, board)} />
        </div>
        <Button icon={<MonitorUp size={16} aria-hidden />} onClick={() => void open('board')}>
          Open board
        </Button>
        <Button
          icon={<Snowflake size={16} aria-hidden />}
          aria-pressed={board.frozen}
          onClick={() => void setBoard({ frozen: !board.frozen })}
        >
          Freeze board
        </Button>
        <Button
          icon={<EyeOff size={16} aria-hidden />}
          aria-pressed={board.blank}
          onClick={() => void setBoard({ blank: !board.blank })}
        >
          Blank board
        </Button>
      </div>
      {(!running || readOnly) && <Said session={session} />}
      {running && (
        <div className="controls-group controls-end">
          <Button
            icon={<Undo2 size={16} aria-hidden />}
            keys="Mod+Z"
            aria-keyshortcuts={ariaShortcut(deskKey('capture.undo').keys)}
            disabled={readOnly}
            onClick={() => void undoLast(session)}
          >
            Undo
          </Button>
          <Button look="stop" disabled={readOnly} onClick={() => setEnding(true)}>
            End meeting
          </Button>
        </div>
      )}
      {ending && <EndDialog meeting={meeting} onEnd={() => void end()} onClose={() => setEnding(false)} />}
    </aside>
  )
}
