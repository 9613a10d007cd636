import type { ChannelName } from '../shared/ipc'
import type { displayChannels } from '../shared/ipcDisplays'
import { protectionOf, type Protection } from '../shared/protection/table'
import { accept, refuse } from '../shared/result'
import type { Handlers } from './ipc'
import type { Parts } from './parts'
import { testProtection } from './windows/selfTest'
import { areaOf } from './windows/screens'
import { HELD } from './windows/windows'

type DisplayHandlers = Pick<Handlers, ChannelName & keyof typeof displayChannels>

const CLOSED = 'Open the prompter first.'

function protectionNow({ settings }: Parts): Protection {
  const system = {
    platform: process.platform,
    version: process.getSystemVersion(),
    electron: process.versions.electron,
  }
  return protectionOf(system, settings.asksProtection)
}

/** The answers about displays, about the prompter's window on them, and about what a capture may show. */
export function displayAnswers(parts: Parts): DisplayHandlers {
  const { displays, settings, windows, tell } = parts
  return {
    'displays:get': async () => displays.state,
    'displays:choose': async ({ window, display }) => displays.choose(window, display),
    'stage:swap': async () => displays.swap(),
    'prompter:modes': async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      return displays.setModes(Object.fromEntries(given))
    },
    'prompter:window': async (wanted) => {
      const window = windows.get('prompter')
      if (window === null) return refuse('closed', CLOSED)
      switch (wanted.do) {
        case 'fullScreen':
          window.setFullScreen(!window.isFullScreen())
          return accept(null)
        case 'close':
          window.close()
          return accept(null)
        case 'push':
          windows.push('prompter', wanted.by, areaOf(window))
          return accept(null)
      }
    },
    'prompter:first': async (look) => settings.setNewMeetings(look),
    'protection:get': async () => protectionNow(parts),
    'protection:ask': async ({ on }) => {
      if (windows.isHeld('prompter')) return refuse('held', HELD)
      const answer = await settings.setAsksProtection(on)
      if (answer.ok) {
        tell('protection:changed', protectionNow(parts))
        windows.dress('prompter')
      }
      return answer
    },
    'protection:test': async ({ patch }) => {
      const window = windows.get('prompter')
      return window === null ? refuse('closed', CLOSED) : testProtection(window, patch)
    },
  }
}
