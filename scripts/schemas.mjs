/** `npm run schemas`: writes the JSON Schemas of the file formats into resources/schemas/. */
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { passThrough } from './lib/child.mjs'
import { root } from './lib/paths.mjs'
import { runMain } from './lib/refusal.mjs'

await runMain(async () => {
  await ensureNodeModules()
  await ensureBuild()
  const cli = join(root, 'out', 'main', 'cli.cjs')
  return passThrough(process.execPath, [cli, 'schemas', ...process.argv.slice(2)])
})
