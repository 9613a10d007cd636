import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronApplication } from 'playwright'
import { expect } from 'playwright/test'
import { z } from 'zod'

import type { Lectern } from './lectern'

/** From now on, keeps what the main process tells the board. */
export async function keepWhatBoardIsTold(electron: ElectronApplication): Promise<() => Promise<string>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const told: string[] = []
    Object.assign(globalThis, { lecternTold: told })
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Board'))
    if (window === undefined) throw new Error('There is no board')
    const { webContents } = window
    const send = webContents.send.bind(webContents)
    webContents.send = (channel, ...args) => {
      told.push(JSON.stringify([channel, ...args]))
      send(channel, ...args)
    }
  })
  return async () => {
    const all = await electron.evaluate(() => {
      const told: unknown = Reflect.get(globalThis, 'lecternTold')
      return Array.isArray(told) ? told.map(String) : []
    })
    return all.join('\n')
  }
}

/** Every string that lives in the board's process, which it shares with no other window. */
export async function stringsOfBoard({ electron, folder }: Lectern): Promise<string> {
  const path = join(folder, 'board.heapsnapshot')
  const alone = await electron.evaluate(async ({ BrowserWindow }, file) => {
    const windows = BrowserWindow.getAllWindows()
    const board = windows.find((each) => each.getTitle().startsWith('Board'))
    if (board === undefined) throw new Error('There is no board')
    await board.webContents.takeHeapSnapshot(file)
    const own = board.webContents.getOSProcessId()
    return windows.filter(({ webContents }) => webContents.getOSProcessId() === own).length === 1
  }, path)
  expect(alone, 'the board has a process of its own').toBe(true)
  const { strings } = z.object({ strings: z.array(z.string()) }).parse(JSON.parse(readFileSync(path, 'utf8')))
  return strings.join('\n')
}
