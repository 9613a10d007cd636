import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'playwright/test'

import { electronBinary, Lectern } from '../helpers/lectern'
import { loggedByNetwork } from '../helpers/watch'

/** Long enough for whatever Chromium does by itself soon after its start. */
const LEFT_ALONE = 2_000

/** Starts the app as people do, without the switches Playwright adds, and has it quit after a while. */
async function startedAlone(lectern: Lectern, log: string): Promise<number | null> {
  const app = spawn(electronBinary(), [`--log-net-log=${log}`, ...lectern.args], {
    env: lectern.environment,
    stdio: 'ignore',
  })
  const ended = once(app, 'exit')
  await expect.poll(() => existsSync(join(lectern.dataDir, 'browser', 'Partitions', 'desk'))).toBe(true)
  await new Promise((resolve) => void setTimeout(resolve, LEFT_ALONE))
  app.kill('SIGTERM')
  const [code] = await ended
  return typeof code === 'number' ? code : null
}

test('left alone, the app asks the network for nothing, at its first start and at the next', async () => {
  const lectern = new Lectern()
  try {
    for (const start of ['first', 'second']) {
      const log = join(lectern.folder, `alone-${start}.json`)
      expect(await startedAlone(lectern, log), `exit code of the ${start} start`).toBe(0)
      expect(loggedByNetwork(log), `${start} start`).toEqual([])
    }
  } finally {
    await lectern.dispose()
  }
})

test('an app that is told to quit while it is still starting goes at once', async () => {
  const lectern = new Lectern()
  try {
    for (const tick of [0, 60, 120, 180]) {
      const app = spawn(electronBinary(), lectern.args, { env: lectern.environment, stdio: 'ignore' })
      const ended = once(app, 'exit')
      await expect.poll(() => existsSync(join(lectern.dataDir, 'browser', 'SingletonLock'))).toBe(true)
      await new Promise((resolve) => void setTimeout(resolve, tick))
      app.kill('SIGTERM')
      await ended
    }
  } finally {
    await lectern.dispose()
  }
})
