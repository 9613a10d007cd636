/** `npm run build [-- --force]`: builds out/ when the sources differ from those of the last build. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { run } from './lib/child.mjs'
import { hashSources, listFiles } from './lib/hash.mjs'
import { withLock } from './lib/lock.mjs'
import { isMain, root } from './lib/paths.mjs'
import { say, withProgress } from './lib/progress.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { explain } from './lib/sentences.mjs'
import { readStamp, removeStamp, writeStamp } from './lib/stamp.mjs'
import { tool } from './lib/tools.mjs'

const out = join(root, 'out')
const stampFile = join(out, '.build-stamp')
const lockDir = join(out, '.build-lock')
const parts = ['main', 'preload', 'renderer', 'verifier']

/** The names below the repository whose contents decide what is built. */
export function sourceNames(entries = readdirSync(root)) {
  const configs = entries.filter((name) => /^tsconfig.*\.json$/.test(name))
  const fixed = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json']
  return [...fixed, 'electron.vite.config.ts', 'scripts/verifier.mjs', ...configs]
}

/** True when the last build was made from these sources and everything it wrote is still there. */
export function isUpToDate(stamp, hash, isThere = (path) => existsSync(join(out, path))) {
  return (
    stamp?.hash === hash && Array.isArray(stamp.files) && stamp.files.length > 0 && stamp.files.every(isThere)
  )
}

/** Builds if need be. Two commands at once: the second waits, then finds the work done. */
export async function ensureBuild({ force = false } = {}) {
  const current = () => hashSources(root, sourceNames())
  if (!force && isUpToDate(readStamp(stampFile), current())) return
  await withLock(lockDir, async () => {
    const hash = current()
    if (!force && isUpToDate(readStamp(stampFile), hash)) return
    removeStamp(stampFile)
    const result = await withProgress('Building', build)
    if (result.code !== 0) {
      say(result.all.trim())
      const known = /ENOSPC|EACCES|EROFS/.test(result.all) && explain(result.all)
      throw new Refusal(known || 'The build did not work: the reason is above.')
    }
    const files = parts.flatMap((part) => listFiles(join(out, part)).map((name) => `${part}/${name}`))
    const empty = parts.find((part) => !files.some((name) => name.startsWith(`${part}/`)))
    if (empty) throw new Refusal(`The build left out/${empty} empty: look at electron.vite.config.ts.`)
    writeStamp(stampFile, { hash, files })
  })
}

/** The app, then the verifier page; stops at what does not work. */
async function build() {
  const app = await runQuietly(tool('electron-vite', ['build', '--logLevel=warn']))
  if (app.code !== 0) return app
  return runQuietly({ command: process.execPath, args: [join(root, 'scripts', 'verifier.mjs')] })
}

function runQuietly({ command, args }) {
  const colour = process.stderr.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }
  return run(command, args, { env: { ...process.env, NODE_ENV: 'production', ...colour } })
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureNodeModules()
    await ensureBuild({ force: process.argv.includes('--force') })
  })
}
