import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'playwright/test'

import { electronBinary, Lectern } from '../helpers/lectern'
import { loggedByNetwork } from '../helpers/watch'

/** Long enough for whatever Chromium does by itself soon after its start. */
const LEFT_ALONE = 3_000

/** Starts the app as people do, without the switches Playwright adds. Resolves when it holds its data folder. */
async function start(lectern: Lectern, ...more: readonly string[]): Promise<ChildProcess> {
  const app = spawn(electronBinary(), [...more, ...lectern.args], {
    env: lectern.environment,
    stdio: 'ignore',
  })
  const browser = join(lectern.dataDir, 'browser')
  const isHeld = () => existsSync(browser) && readdirSync(browser).includes('SingletonLock')
  await expect.poll(isHeld, 'the lock of the data folder').toBe(true)
  return app
}

async function quit(app: ChildProcess): Promise<void> {
  const ended = once(app, 'exit')
  app.kill('SIGTERM')
  await ended
}

const pause = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms))

test('left alone, the app asks the network for nothing, at its first start and at the next', async () => {
  const lectern = new Lectern()
  try {
    for (const which of ['first', 'second']) {
      const log = join(lectern.folder, `alone-${which}.json`)
      const app = await start(lectern, `--log-net-log=${log}`)
      await pause(LEFT_ALONE)
      await quit(app)
      expect(existsSync(join(lectern.dataDir, 'browser', 'Partitions', 'desk')), 'the Desk was there').toBe(
        true,
      )
      expect(loggedByNetwork(log), `${which} start`).toEqual([])
    }
  } finally {
    await lectern.dispose()
  }
})

test('an app that is told to quit while it is still starting goes at once', async () => {
  const lectern = new Lectern()
  try {
    for (const moment of [0, 100, 200, 300]) {
      const app = await start(lectern)
      await pause(moment)
      await quit(app)
    }
  } finally {
    await lectern.dispose()
  }
})
