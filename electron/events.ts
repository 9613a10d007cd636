import { events, type EventName, type EventPayload } from '../shared/ipc'
import type { Windows } from './windows/windows'

const EVENT = 'lectern:event'

/** Tells something to the windows that may know it, and to no other. */
export type Tell = <E extends EventName>(event: E, payload: EventPayload<E>) => void

/** Tells the open windows; the contract says which kinds hear which event. */
export function tellWindows(windows: Windows): Tell {
  return (event, payload) => {
    for (const kind of events[event].to) windows.get(kind)?.webContents.send(EVENT, event, payload)
  }
}
