import type { Lectern } from '../../helpers/lectern'
import { closeWindow } from './windows'

/** Ten captures a second, a PDF and a window, for as long as `work` takes. */
export async function whileBusy<T>(lectern: Lectern, meeting: string, work: () => Promise<T>): Promise<T> {
  const { desk } = lectern
  const stop = new AbortController()
  const captures = (async () => {
    while (!stop.signal.aborted) {
      await desk.evaluate(
        (id) =>
          window.lectern.call('meeting:run', {
            meeting: id,
            id: crypto.randomUUID(),
            command: { type: 'capture', draft: { kind: 'note', text: 'somebody said something', at: null } },
          }),
        meeting,
      )
      await desk.waitForTimeout(100)
    }
  })()
  const others = (async () => {
    while (!stop.signal.aborted) {
      await desk.evaluate(
        (id) => window.lectern.call('record:preview', { meeting: id, revision: null, paper: 'A4' }),
        meeting,
      )
      await desk.evaluate((id) => window.lectern.call('window:open', { kind: 'board', meeting: id }), meeting)
      await desk.waitForTimeout(2_000)
      await closeWindow(lectern, 'Board')
    }
  })()
  try {
    return await work()
  } finally {
    stop.abort()
    await Promise.all([captures, others])
    await closeWindow(lectern, 'Board')
  }
}
