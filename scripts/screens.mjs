/** `npm run screens`: makes the pictures in docs/screens/ and those that tests compare with anew, in the real app. */
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureElectron } from './ensure-electron.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { passThrough } from './lib/child.mjs'
import { onDisplay } from './lib/display.mjs'
import { listFiles } from './lib/hash.mjs'
import { stderrFilter } from './lib/noise.mjs'
import { isMain, root } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { runMain } from './lib/refusal.mjs'
import { tool } from './lib/tools.mjs'
import { ensureSystem } from './system-libs.mjs'

async function play(electron, args) {
  const player = tool('playwright', ['test', ...args])
  const { command, args: rest } = onDisplay(player.command, player.args)
  return passThrough(command, rest, {
    env: { ...process.env, LECTERN_ELECTRON: electron },
    stdin: 'ignore',
    onStderrLine: stderrFilter(electron),
  })
}

/** Takes the pictures, those that tests compare with as well, on a virtual display if there is no other. @returns {Promise<number>} the exit code */
export async function takeScreens(args = []) {
  await ensureNodeModules()
  await ensureBuild()
  const electron = await ensureElectron()
  await ensureSystem({ electron })
  const code = Math.max(
    await play(electron, ['-c', 'tests/demo/screens.config.ts', ...args]),
    args.length > 0
      ? 0
      : await play(electron, ['-c', 'tests/e2e/playwright.config.ts', 'visual', '-u', 'all']),
  )
  const folder = join(root, 'docs', 'screens')
  if (code !== 0) say('The pictures were not all taken: the reason is above.')
  else say(`${listFiles(folder).length} pictures are in ${folder}.`)
  return code
}

if (isMain(import.meta.url)) await runMain(() => takeScreens(process.argv.slice(2)))
