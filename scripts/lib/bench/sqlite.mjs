/** better-sqlite3, to compare the store with. No package of ours: installed into a cache folder when the bench asks. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { npm, run } from '../child.mjs'
import { cacheDir } from '../paths.mjs'
import { withProgress } from '../progress.mjs'

const VERSION = '12.11.1'
const PATIENCE_MS = 600_000

/** The headers of the Node that runs this, where they came with it: then nothing has to be fetched to compile. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {}
}

async function works(folder) {
  const program = "new (require('better-sqlite3'))(':memory:').exec('SELECT 1')"
  const { code } = await run(process.execPath, ['-e', program], { cwd: folder })
  return code === 0
}

/** The folder that has it, or why it could not be had. @returns {Promise<{ folder: string } | { missing: string }>} */
export async function ensureSqlite() {
  const folder = join(cacheDir, 'bench', `sqlite-${VERSION}-node${process.versions.modules}`)
  mkdirSync(folder, { recursive: true })
  if (await works(folder)) return { folder }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const args = ['install', `better-sqlite3@${VERSION}`, '--no-audit', '--no-fund', '--loglevel=error']
  const env = { ...process.env, ...headers() }
  await withProgress('Installing better-sqlite3 to compare with', () =>
    npm(args, { cwd: folder, env, timeoutMs: PATIENCE_MS }),
  )
  return (await works(folder)) ? { folder } : { missing: 'could not be installed here' }
}
