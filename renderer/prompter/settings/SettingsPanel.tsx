import { useEffect, useRef, useState } from 'react'

import type { PrompterLook } from '../../../shared/meeting/schema'
import { leftBefore, settingFound } from '../again'
import type { Habits } from '../memory'
import type { Scroller } from '../scroller'
import type { SettingsChange } from '../useLook'
import type { Voice } from '../useVoice'
import type { WindowInUse } from '../useWindow'
import { DisplaysPart } from './DisplaysPart'
import { Part } from './fields'
import { MovementPart } from './MovementPart'
import { SettingsTabs, tabId, TABS, type Tab } from './SettingsTabs'
import { SharingPart } from './SharingPart'
import { TextPart } from './TextPart'

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

function keptWhere(tab: Tab, { displays }: WindowInUse): string {
  switch (tab) {
    case 'text':
      return 'Kept in this meeting'
    case 'movement':
      return 'Pace and movement: in this meeting. The rest: in all'
    case 'displays': {
      const own = displays?.displays.find(({ key }) => key === displays.prompter.on)
      return own === undefined ? 'Kept for this display' : `Kept for this display, ${own.name}`
    }
    case 'sharing':
      return 'Kept on this computer'
  }
}

/**
 * The settings, by what they are about. They lie below the reading line and leave it in sight, so each change is
 * seen at once.
 */
export function SettingsPanel(props: Props) {
  const { meeting, look, scroller, voice, onChange, habits, onHabits, ownWindow, onSwap, say } = props
  const panel = useRef<HTMLElement | null>(null)
  const [left] = useState(() => leftBefore(meeting))
  const [first] = useState<Tab>(() => TABS.find(({ id }) => id === left.tab)?.id ?? 'text')
  const [tab, setTab] = useState(first)

  useEffect(() => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-setting]') ?? [])]
    const before = all.find((each) => each.dataset['setting'] === left.setting)
    ;(before ?? panel.current?.querySelector<HTMLElement>(`#${tabId(first)}`))?.focus()
    settingFound()
  }, [left, first])

  const { protection } = ownWindow
  return (
    <section className="settings" aria-label="Settings" ref={panel}>
      <header>
        <SettingsTabs tab={tab} onTab={setTab} />
        <p>{keptWhere(tab, ownWindow)}</p>
        <button type="button" className="settings-done" onClick={props.onClose}>
          Done <kbd aria-hidden="true">Escape</kbd>
        </button>
      </header>
      <Part tab="text" shown={tab}>
        <TextPart look={look} scroller={scroller} onChange={onChange} say={say} />
      </Part>
      <Part tab="movement" shown={tab}>
        <MovementPart {...{ scroller, voice, onChange, habits, onHabits, globalWords: props.globalWords }} />
      </Part>
      <Part tab="displays" shown={tab}>
        <DisplaysPart ownWindow={ownWindow} onSwap={onSwap} say={say} />
      </Part>
      <Part tab="sharing" shown={tab}>
        {protection !== null && <SharingPart protection={protection} say={say} />}
      </Part>
    </section>
  )
}
