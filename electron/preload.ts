import { contextBridge, ipcRenderer } from 'electron'

import type { LecternBridge } from '../shared/ipc'

const CALL = 'lectern:call'
const EVENT = 'lectern:event'

const bridge: LecternBridge = {
  call: (channel, input) => ipcRenderer.invoke(CALL, channel, input),
  on: (event, listener) => {
    const relay = (_event: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload as Parameters<typeof listener>[0])
    }
    ipcRenderer.on(EVENT, relay)
    return () => {
      ipcRenderer.off(EVENT, relay)
    }
  },
}

contextBridge.exposeInMainWorld('lectern', bridge)
