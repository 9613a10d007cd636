/** `npm run demo`: plays the sample meeting in the real app and leaves the results in out/demo/. */
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

/** Plays the demo, on a virtual display if there is no other. @returns {Promise<number>} the exit code */
export async function playDemo(args = []) {
  await ensureNodeModules()
  await ensureBuild()
  const electron = await ensureElectron()
  await ensureSystem({ electron })
  const player = tool('playwright', ['test', '-c', 'tests/demo/playwright.config.ts', ...args])
  const { command, args: rest } = onDisplay(player.command, player.args)
  const code = await passThrough(command, rest, {
    env: { ...process.env, LECTERN_ELECTRON: electron },
    stdin: 'ignore',
    onStderrLine: stderrFilter(electron),
  })
  const results = listFiles(join(root, 'out', 'demo'))
  if (code !== 0) say('The demo did not come to its end: the reason is above.')
  else {
    say(`The results are in ${join(root, 'out', 'demo')}:`)
    for (const name of results.filter((file) => !file.startsWith('.'))) say(`  ${name}`)
  }
  return code
}

if (isMain(import.meta.url)) await runMain(() => playDemo(process.argv.slice(2)))
