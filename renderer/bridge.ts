import type { LecternBridge } from '../shared/ipc'

declare global {
  interface Window {
    readonly lectern: LecternBridge
  }
}

/** The only way out of a window: questions to the main process and events from it. */
export const bridge: LecternBridge = window.lectern
