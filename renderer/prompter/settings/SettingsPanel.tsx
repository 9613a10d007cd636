import { useEffect, useRef, useState } from 'react'

import type { PrompterLook } from '../../../shared/meeting/schema'
import { leftBefore } from '../again'
import type { Habits } from '../memory'
import type { Scroller } from '../scroller'
import type { SettingsChange } from '../useLook'
import type { Voice } from '../useVoice'
import type { WindowInUse } from '../useWindow'
import { ComputerPart } from './ComputerPart'
import { DisplayPart } from './DisplayPart'
import { MeetingPart } from './MeetingPart'
import { MotionPart } from './MotionPart'

type Props = {
  readonly meeting: string
  readonly look: PrompterLook
  readonly scroller: Scroller
  readonly voice: Voice
  readonly onChange: (change: SettingsChange) => void
  readonly habits: Habits
  readonly onHabits: (change: Partial<Habits>) => void
  readonly globalWords: string
  readonly ownWindow: WindowInUse
  readonly onSwap: () => void
  readonly say: (sentence: string) => void
  readonly onClose: () => void
}

/**
 * The settings, by where they are kept: in the meeting, for the display, on this computer. They lie below the
 * reading line, so each change is seen at once.
 */
export function SettingsPanel(props: Props) {
  const { meeting, look, scroller, onChange, ownWindow, onSwap, say, onClose } = props
  const panel = useRef<HTMLElement | null>(null)
  const [{ setting }] = useState(() => leftBefore(meeting))
  useEffect(() => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-setting]') ?? [])]
    const [first] = all
    const before = all.find((each) => each.dataset['setting'] === setting)
    ;(before ?? first)?.focus()
  }, [setting])
  return (
    <section className="settings" aria-label="Settings" ref={panel}>
      <MeetingPart look={look} scroller={scroller} onChange={onChange} say={say} />
      <DisplayPart ownWindow={ownWindow} onSwap={onSwap} say={say} />
      <ComputerPart
        habits={props.habits}
        onHabits={props.onHabits}
        globalWords={props.globalWords}
        protection={ownWindow.protection}
        say={say}
        onClose={onClose}
      >
        <MotionPart voice={props.voice} />
      </ComputerPart>
    </section>
  )
}
