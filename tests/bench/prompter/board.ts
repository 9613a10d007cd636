import type { Page } from 'playwright'
import { expect } from 'playwright/test'

import type { Command } from '../../../shared/meeting/commands'
import type { Lectern } from '../../helpers/lectern'
import { frameTimes } from '../live/painted'
import { rowOf, type BenchRow } from '../rows'

const WARM = 5

type Noted = { boardNoted?: { readonly text: string; readonly at: number }[] }

/** From now on notes when each decision on the Board was in a frame: in milliseconds since 1970. */
async function watchBoard(board: Page): Promise<void> {
  await board.evaluate(() => {
    const noted: { text: string; at: number }[] = []
    ;(globalThis as Noted).boardNoted = noted
    const whenPainted = (work: () => void) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', work)
      port1.start()
      port2.postMessage(null)
    }
    let last = ''
    new MutationObserver(() => {
      const text = document.querySelector('[aria-label="Decisions"] .entry-text')?.textContent ?? ''
      if (text === last) return
      last = text
      const note = () => noted.push({ text, at: performance.timeOrigin + performance.now() })
      requestAnimationFrame(() => whenPainted(note))
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}

/** Notes when the main process tells the Board of a change, in milliseconds since 1970. */
async function watchMain(lectern: Lectern): Promise<void> {
  await lectern.electron.evaluate(({ BrowserWindow }) => {
    const told: number[] = []
    Object.assign(globalThis, { boardTold: told })
    const board = BrowserWindow.getAllWindows().find((window) => window.getTitle().startsWith('Board'))
    if (board === undefined) throw new Error('There is no board')
    const { webContents } = board
    const send = webContents.send.bind(webContents)
    webContents.send = (channel, ...args) => {
      if (args[0] === 'board:changed') told.push(performance.timeOrigin + performance.now())
      send(channel, ...args)
    }
  })
}

async function lastTold(lectern: Lectern): Promise<number> {
  return lectern.electron.evaluate(() => {
    const told: unknown = Reflect.get(globalThis, 'boardTold')
    return Array.isArray(told) ? Number(told.at(-1)) : Number.NaN
  })
}

/** From the event that an entry causes in the main process to the first task after the Board's frame with it. */
export async function boardRow(lectern: Lectern, meeting: string, times: number): Promise<BenchRow> {
  const { desk } = lectern
  const run = (command: Command) =>
    desk.evaluate(
      ([id, what]) =>
        window.lectern.call('meeting:run', { meeting: id, id: crypto.randomUUID(), command: what }),
      [meeting, command] as const,
    )
  await run({ type: 'start' })
  await desk.evaluate((id) => window.lectern.call('window:open', { kind: 'board', meeting: id }), meeting)
  const board = await lectern.window(/^Board –/)
  const idle = { name: 'idle frame time of the same window', samples: await frameTimes(board, 180) }
  await watchBoard(board)
  await watchMain(lectern)
  const samples: number[] = []
  for (let n = 0; n < times + WARM; n += 1) {
    const text = `decision ${n} of the bench`
    await run({ type: 'capture', draft: { kind: 'decision', text, at: null } })
    const noted = () =>
      board.evaluate(
        (words) => (globalThis as Noted).boardNoted?.find((each) => each.text === words)?.at ?? null,
        text,
      )
    await expect.poll(noted, { intervals: [40] }).not.toBeNull()
    if (n >= WARM) samples.push(Number(await noted()) - (await lastTold(lectern)))
  }
  return rowOf({ part: 'prompter', name: 'Board event to painted', unit: 'ms' }, samples, idle, 'p95')
}
