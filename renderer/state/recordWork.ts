import { refuse, type Result } from '../../shared/result'
import { bridge } from '../bridge'
import { observable } from './store'

/** A record being made: what for, and how far it is, from 0 to 1. */
export type RecordWork = { readonly label: string; readonly share: number }

/** What the main process is making of a record just now, or null. */
export const recordWork = observable<RecordWork | null>(null)

/** Resolves when nothing is being made that somebody waits for. */
export function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if (recordWork.get() === null) {
      done()
      return
    }
    const stop = recordWork.subscribe(() => {
      if (recordWork.get() !== null) return
      stop()
      done()
    })
  })
}

/** Follows how far it is; returns how to stop. */
export function followRecordWork(): () => void {
  return bridge.on('record:progress', ({ share }) => {
    const now = recordWork.get()
    if (now !== null) recordWork.set({ ...now, share })
  })
}

/** Asks for something that takes a while; refuses while another record is being made. */
export async function atWork<T>(label: string, ask: () => Promise<Result<T>>): Promise<Result<T>> {
  if (recordWork.get() !== null)
    return refuse('busy', 'Another record is being made. Wait until it is done, or cancel it.')
  recordWork.set({ label, share: 0 })
  return ask().finally(() => recordWork.set(null))
}

/** Stops what is being made. */
export function cancelWork(): void {
  if (recordWork.get() !== null) void bridge.call('record:cancel', null)
}
