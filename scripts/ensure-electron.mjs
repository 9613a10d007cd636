/**
 * Finds an Electron that runs the app, in this order: LECTERN_ELECTRON, one that is already here,
 * the official download, an older runtime for trial and tests (Linux x64).
 */
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { downloadOfficial } from './lib/electron/official.mjs'
import { firstOf, fromEnvironment, installedByNpm, olderVersion } from './lib/electron/lookup.mjs'
import { fetchOlder, hasOlder, olderFromCache } from './lib/electron/older.mjs'
import { isMain, root } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'

/**
 * The path of an Electron binary, installed if need be. Messages go to stderr.
 * @returns {Promise<string>}
 */
export async function ensureElectron() {
  const found = await firstOf([
    { name: 'environment', find: () => fromEnvironment() },
    { name: 'npm', find: () => installedByNpm(root) },
    { name: 'older', find: olderFromCache },
    { name: 'official', find: () => downloadOfficial({ hasFallback: hasOlder() }) },
    { name: 'older', find: fetchOlder },
  ])
  if (!found) {
    throw new Refusal(
      'No Electron for this computer: connect to the network so that it can be downloaded, or set LECTERN_ELECTRON to the path of an Electron binary.',
    )
  }
  if (found.name === 'older') {
    say(
      `Using Electron ${olderVersion}, an older runtime for trial and tests; packaged builds use the current one.`,
    )
  }
  return found.path
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureNodeModules()
    say(await ensureElectron())
  })
}
