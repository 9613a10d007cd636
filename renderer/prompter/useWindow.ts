import { useEffect, useLayoutEffect, useRef } from 'react'

import { FIRST_MODES, type DisplaysState, type WindowModes } from '../../shared/displays/schema'
import type { WindowCommand } from '../../shared/keys/prompter'
import type { Protection } from '../../shared/protection/table'
import type { Result } from '../../shared/result'
import { bridge } from '../bridge'
import { displaysState, followDisplays, followProtection, protectionState } from '../state/displays'
import { useObservable } from '../state/store'

/** So far a window is pushed by one press, in pixels. */
const STEP = 40

type Push = Exclude<WindowCommand, 'window.close'>

const PUSHES: Readonly<Record<Push, readonly [x: number, y: number, width: number, height: number]>> = {
  'window.left': [-STEP, 0, 0, 0],
  'window.right': [STEP, 0, 0, 0],
  'window.up': [0, -STEP, 0, 0],
  'window.down': [0, STEP, 0, 0],
  'window.narrower': [0, 0, -STEP, 0],
  'window.wider': [0, 0, STEP, 0],
  'window.lower': [0, 0, 0, -STEP],
  'window.higher': [0, 0, 0, STEP],
}

/** The prompter's window on the displays there are, and the ways to change it. */
export type WindowInUse = {
  readonly displays: DisplaysState | null
  readonly protection: Protection | null
  readonly modes: WindowModes
  readonly setModes: (change: Partial<WindowModes>) => void
  /** Turns a mode over. A second press may come before the first is kept: it goes by what was asked for. */
  readonly turnOver: (mode: 'mirror' | 'flip') => void
  readonly run: (command: WindowCommand) => void
  readonly toggleFullScreen: () => void
}

/** Follows the displays, gives the page the modes of its own, and says what is new; refusals are said too. */
export function useWindow(say: (sentence: string) => void): WindowInUse {
  const displays = useObservable(displaysState)
  const protection = useObservable(protectionState)
  useEffect(followDisplays, [])
  useEffect(followProtection, [])
  const modes = displays?.modes ?? FIRST_MODES
  usePainted(modes)
  useNews(displays, say)

  const asked = useRef<Partial<Pick<WindowModes, 'mirror' | 'flip'>>>({})

  const told = (answer: Promise<Result<null>>) =>
    void answer.then((result) => {
      if (!result.ok) say(result.refusal.sentence)
    })

  return {
    displays,
    protection,
    modes,
    setModes: (change) => told(bridge.call('prompter:modes', change)),
    turnOver: (mode) => {
      const next = !(asked.current[mode] ?? modes[mode])
      asked.current = { ...asked.current, [mode]: next }
      const answer = bridge.call('prompter:modes', { [mode]: next })
      told(answer)
      void answer.then(() => {
        if (asked.current[mode] === next) asked.current = {}
      })
    },
    run: (command) => {
      if (command === 'window.close') return told(bridge.call('prompter:window', { do: 'close' }))
      const [x, y, width, height] = PUSHES[command]
      told(bridge.call('prompter:window', { do: 'push', by: { x, y, width, height } }))
    },
    toggleFullScreen: () => told(bridge.call('prompter:window', { do: 'fullScreen' })),
  }
}

function usePainted({ mirror, flip, seeThrough, frameless }: WindowModes) {
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement
    style.setProperty('--see-through', String(seeThrough / 100))
    Object.assign(dataset, {
      mirror: String(mirror),
      flip: String(flip),
      clear: String(seeThrough > 0),
      frameless: String(frameless || seeThrough > 0),
    })
  }, [mirror, flip, seeThrough, frameless])
}

/** What has changed since this page was opened is said once. */
function useNews(displays: DisplaysState | null, say: (sentence: string) => void) {
  const heard = useRef<number | null>(null)
  useEffect(() => {
    if (displays === null) return
    const number = displays.news?.number ?? 0
    if (heard.current !== null && number > heard.current) say(displays.news?.sentence ?? '')
    heard.current = number
  }, [displays, say])
}
