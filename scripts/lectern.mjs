/** `npm run -s lectern -- COMMAND …`: the command line, under plain Node, from the folder it was called in. */
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { passThrough } from './lib/child.mjs'
import { root, userCwd } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'

await runMain(async () => {
  await ensureNodeModules()
  await ensureBuild()
  const cli = join(root, 'out', 'main', 'cli.cjs')
  return passThrough(process.execPath, [cli, ...process.argv.slice(2)], { cwd: userCwd() })
})
