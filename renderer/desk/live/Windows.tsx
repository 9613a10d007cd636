import { MonitorUp, OctagonX, ScrollText, Settings2 } from 'lucide-react'
import { useState } from 'react'

import type { StageState } from '../../../shared/ipc'
import { deskKey } from '../../../shared/keys/desk'
import { boardLamp, type BoardLamp } from '../../../shared/meeting/boardLamp'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { canPanic, panic } from '../../state/panic'
import type { Session } from '../../state/session'
import { stageState } from '../../state/stage'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { Notice } from '../../ui/Notice'
import { DisplayNews } from '../displays/DisplayNews'
import { DisplaysButton } from '../displays/DisplaysButton'
import { BoardSeen } from './BoardSeen'
import { BoardSettings } from './BoardSettings'

type WindowsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

function Lamp({ on, word }: { readonly on: boolean; readonly word: string }) {
  return (
    <span className="lamp" data-on={on}>
      {word}
    </span>
  )
}

/** The lamp in a word, where the picture and its words stand below. */
const SHORT: Readonly<Record<BoardLamp['is'], string>> = {
  closed: 'Closed',
  blank: 'Blank',
  minimised: 'Hidden',
  frozen: 'Frozen',
  delayed: 'Live',
  live: 'Live',
}

type WarningsProps = { readonly stage: StageState | null; readonly isOurs: boolean }

function Warnings({ stage, isOurs }: WarningsProps) {
  if (stage?.panic === true) {
    return (
      <Notice small>
        <strong>Prompter hidden, board blank.</strong> Press Panic again to bring both back.
      </Notice>
    )
  }
  if (stage?.sharedDisplay !== true || !isOurs) return null
  return (
    <Notice small>
      <strong>Prompter and board share a display.</strong> Share only the board’s window, or the script shows.
    </Notice>
  )
}

/** The other two windows: opening them, what the Board shows, and the panic key. */
export function Windows({ session, meeting, readOnly }: WindowsProps) {
  const stage = useObservable(stageState)
  const [setting, setSetting] = useState(false)
  const prompterOpen = stage?.prompter === meeting.id
  const boardOpen = stage?.board === meeting.id
  const lamp = boardLamp(stage, meeting.id, meeting.timeZone)
  const hidden = stage?.panic ?? false
  const panicKey = deskKey('panic').keys

  async function told(answer: Promise<{ ok: true } | { ok: false; refusal: { sentence: string } }>) {
    const result = await answer
    session.say(result.ok ? null : { kind: 'refused', sentence: result.refusal.sentence })
  }

  return (
    <section className="windows" aria-label="Windows">
      <output className="windows-warning">
        <Warnings stage={stage} isOurs={prompterOpen || boardOpen} />
        <DisplayNews />
      </output>
      <div className="windows-row">
        <Button
          icon={<ScrollText size={16} aria-hidden />}
          onClick={() => void told(bridge.call('window:open', { kind: 'prompter', meeting: meeting.id }))}
        >
          Open prompter
        </Button>
        <Lamp on={prompterOpen && !hidden} word={prompterOpen ? (hidden ? 'Hidden' : 'Open') : 'Closed'} />
      </div>
      <div className="windows-row">
        <Button
          icon={<MonitorUp size={16} aria-hidden />}
          onClick={() => void told(bridge.call('window:open', { kind: 'board', meeting: meeting.id }))}
        >
          Open board
        </Button>
        {boardOpen && <Lamp on={lamp.is === 'live' || lamp.is === 'delayed'} word={SHORT[lamp.is]} />}
        {!boardOpen && <Lamp on={false} word="Closed" />}
      </div>
      <BoardSeen
        lamp={lamp}
        state={stage?.boardState ?? null}
        open={boardOpen}
        onSet={(change) => void told(bridge.call('board:set', change))}
      />
      <div className="windows-row">
        <Button
          look="stop"
          icon={<OctagonX size={16} aria-hidden />}
          keys={panicKey[0] ?? ''}
          aria-keyshortcuts={ariaShortcut(panicKey)}
          aria-pressed={hidden}
          disabled={!canPanic(stage)}
          onClick={() => void panic()}
        >
          Panic
        </Button>
        <span className="windows-tools">
          <DisplaysButton small />
          <button
            type="button"
            className="icon-only"
            aria-label="Board settings"
            title="Board settings"
            disabled={readOnly}
            onClick={() => setSetting(true)}
          >
            <Settings2 size={16} aria-hidden />
          </button>
        </span>
      </div>
      {setting && <BoardSettings session={session} meeting={meeting} onClose={() => setSetting(false)} />}
    </section>
  )
}
