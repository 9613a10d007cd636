import { useEffect, useState } from 'react'

import type { Panel } from './Overlays'
import { rememberLeft, rememberedLeft, type Left } from './memory'
import type { Scroller } from './scroller'

const AGAIN = '#again'
const NOTHING: Left = { running: false, setting: null, tab: '', response: null }

/** Whether this window takes the place of one that was open a moment ago; asked once, as the page loads. */
const isAgain = location.hash === AGAIN
if (isAgain) history.replaceState(null, '', location.pathname + location.search)

let isSettingFound = false

/** The setting this window began on has the focus again: from now on the settings open as ever. */
export function settingFound(): void {
  isSettingFound = true
}

/** What the window before this one was doing, where this one takes its place. */
export function leftBefore(meeting: string): Left {
  const left = isAgain ? (rememberedLeft(meeting) ?? NOTHING) : NOTHING
  return isSettingFound ? { ...left, setting: null, tab: '' } : left
}

function inSettings(): Pick<Left, 'setting' | 'tab'> {
  const { activeElement } = document
  const setting = activeElement instanceof HTMLElement ? (activeElement.dataset['setting'] ?? '') : ''
  const part = document.querySelector<HTMLElement>('[data-tab]:not([hidden])')
  return { setting, tab: part?.dataset['tab'] ?? '' }
}

/** Goes on as the window before did, and leaves word for the one that may take this one's place. */
export function useAgain(
  meeting: string,
  scroller: Scroller | null,
  panel: Panel,
  response: string | null,
): void {
  const [{ running }] = useState(() => leftBefore(meeting))
  useEffect(() => {
    if (running) scroller?.setRunning(true)
  }, [scroller, running])

  useEffect(() => {
    const leave = () =>
      rememberLeft(meeting, {
        running: scroller?.state.get().running ?? false,
        ...(panel === 'settings' ? inSettings() : { setting: null, tab: '' }),
        response,
      })
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [meeting, scroller, panel, response])
}
