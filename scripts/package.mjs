/** `npm run package:dir`: packs the app into a folder below dist/ with the Electron that is already here. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureElectron } from './ensure-electron.mjs'
import { ensureNodeModules } from './ensure-node-modules.mjs'
import { passThrough } from './lib/child.mjs'
import { cacheDir, root } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { Refusal, runMain } from './lib/refusal.mjs'
import { tool } from './lib/tools.mjs'

const targets = { linux: '--linux', darwin: '--mac', win32: '--win' }

/** The folder that holds the whole distribution a binary belongs to. */
function distributionOf(binary) {
  return process.platform === 'darwin' ? resolve(dirname(binary), '..', '..', '..') : dirname(binary)
}

/** A copy without the applications a runtime opens when it is started bare: only Lectern belongs in there. */
function cleanCopy(distribution) {
  const copy = join(cacheDir, 'package-electron')
  const starters = [join('resources', 'app'), join('resources', 'default_app.asar')]
  rmSync(copy, { recursive: true, force: true })
  cpSync(distribution, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => {
      const path = relative(distribution, source)
      return !starters.some((starter) => path === starter || path.endsWith(`${sep}${starter}`))
    },
  })
  return copy
}

await runMain(async () => {
  await ensureNodeModules()
  await ensureBuild()
  const distribution = distributionOf(await ensureElectron())
  const versionFile = join(distribution, 'version')
  if (!existsSync(versionFile)) {
    throw new Refusal(
      'This Electron has no version file beside it, so it cannot be packed: unset LECTERN_ELECTRON.',
    )
  }
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  const packer = tool('electron-builder', [
    targets[process.platform] ?? '--linux',
    'dir',
    '--publish=never',
    `-c.electronDist=${cleanCopy(distribution)}`,
    `-c.electronVersion=${version}`,
    ...process.argv.slice(2),
  ])
  const code = await passThrough(packer.command, packer.args)
  rmSync(join(cacheDir, 'package-electron'), { recursive: true, force: true })
  if (code === 0) say(`The packed app is below ${join(root, 'dist')} (Electron ${version}).`)
  return code
})
