/** `npm run -s electron-path`: prints the path of the Electron binary that runs this folder, and only that. */
import { ensureElectron } from './ensure-electron.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { runMain } from './lib/refusal.mjs'

await runMain(async () => {
  await ensureNodeModules()
  process.stdout.write(`${await ensureElectron()}\n`)
})
