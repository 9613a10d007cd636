/** Installs the npm packages when they are missing or are not those of package-lock.json. */
import { join } from 'node:path'
import { npm } from './lib/child.mjs'
import { hashSources } from './lib/hash.mjs'
import { withLock } from './lib/lock.mjs'
import { matchesLockfile } from './lib/lockfile.mjs'
import { checkNode } from './lib/nodeVersion.mjs'
import { cacheDir, isMain, root } from './lib/paths.mjs'
import { withProgress } from './lib/progress.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { failure } from './lib/sentences.mjs'
import { readStamp, writeStamp } from './lib/stamp.mjs'

const stampFile = join(cacheDir, 'packages.json')
// Beside node_modules and not in it: the installer empties that folder.
const lockDir = join(root, '.npm-install.lock')

/** Makes node_modules what package-lock.json says; does nothing when it is already. */
export async function ensureNodeModules() {
  checkNode()
  const wanted = hashSources(root, ['package-lock.json'])
  const isReady = () => matchesLockfile(root, { sameLock: readStamp(stampFile)?.lock === wanted })
  const isStamped = () => readStamp(stampFile)?.lock === wanted
  if (isReady()) {
    if (!isStamped()) writeStamp(stampFile, { lock: wanted })
    return
  }
  await withLock(lockDir, async () => {
    if (isReady()) return // another command was first
    await withProgress('Installing packages', install)
    writeStamp(stampFile, { lock: wanted })
  })
}

async function install() {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress']
  const whole = ['--include=dev', '--include=optional']
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000']
  const result = await npm(['ci', ...quiet, ...whole, ...retries], { cwd: root })
  if (result.code !== 0) throw new Refusal(failure('Installing the packages', result.all))
}

if (isMain(import.meta.url)) await runMain(ensureNodeModules)
