/** `npm start [-- --data-dir=DIR]`: installs what is missing, builds what changed, opens the app. */
import { ensureBuild } from './build.mjs'
import { playDemo } from './demo.mjs'
import { ensureElectron } from './ensure-electron.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { forApp, forSystem } from './lib/appArgs.mjs'
import { passThrough } from './lib/child.mjs'
import { hasDisplay } from './lib/display.mjs'
import { stderrFilter } from './lib/noise.mjs'
import { isMain, root } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { runMain } from './lib/refusal.mjs'
import { ensureSystem } from './system-libs.mjs'

/** Opens the app and waits until it is closed. @returns {Promise<number>} the exit code */
export async function start(args) {
  if (!hasDisplay()) {
    say('There is no display here, so the sample meeting is played on a virtual one.')
    return playDemo()
  }
  await ensureNodeModules()
  await ensureBuild()
  const electron = await ensureElectron()
  await ensureSystem({ electron })
  const uid = process.getuid?.()
  const switches = forSystem({ uid })
  if (switches.includes('--no-sandbox')) {
    say('Running as root, which cannot use the sandbox: it is off for this run.')
  }
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return passThrough(electron, [...switches, root, ...forApp(args)], {
    env,
    onStderrLine: stderrFilter(electron),
  })
}

if (isMain(import.meta.url)) await runMain(() => start(process.argv.slice(2)))
