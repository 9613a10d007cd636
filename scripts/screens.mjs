/** `npm run screens`: makes the pictures in docs/screens/ and those that tests compare with anew, in the real app. */
import { statSync } from 'node:fs'
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

/** All pictures together stay below so many megabytes: they are in the repository. */
const MOST = 9

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
  const pictures = listFiles(folder)
  const size = pictures.reduce((sum, each) => sum + statSync(join(folder, each)).size, 0) / 1e6
  if (code !== 0) say('The pictures were not all taken: the reason is above.')
  else say(`${pictures.length} pictures of ${size.toFixed(1)} MB are in ${folder}.`)
  if (size > MOST) say(`That is more than ${MOST} MB.`)
  return size > MOST ? 1 : code
}

if (isMain(import.meta.url)) await runMain(() => takeScreens(process.argv.slice(2)))
