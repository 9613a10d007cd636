/** The official download: asked for quickly, remembered for a day when it cannot be reached. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../child.mjs'
import { cacheDir, root } from '../paths.mjs'
import { say, withProgress } from '../progress.mjs'
import { isFresh, readStamp, removeStamp, writeStamp } from '../stamp.mjs'
import { installedByNpm } from './lookup.mjs'

const unreachableStamp = join(cacheDir, 'official-unreachable.json')
const dayMs = 24 * 60 * 60_000
const connectMs = 5000
const downloadMs = 15 * 60_000
const probe = fileURLToPath(new URL('../probe.mjs', import.meta.url))

/**
 * The address the official archive is fetched from; a mirror set for the `electron` package counts.
 * @param {string} version
 * @param {{ platform: string, arch: string }} machine
 * @param {Record<string, string | undefined>} env
 */
export function downloadUrl(version, { platform, arch } = process, env = process.env) {
  const base =
    env.npm_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/'
  return `${base}v${version}/electron-v${version}-${platform}-${arch}.zip`
}

/** True when the archive lies in the download cache that all projects of this user share. */
export function isInDownloadCache(file, env = process.env, platform = process.platform) {
  const folder =
    env.electron_config_cache ||
    {
      darwin: join(homedir(), 'Library', 'Caches', 'electron'),
      win32: join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'electron', 'Cache'),
    }[platform] ||
    join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron')
  try {
    return readdirSync(folder).some((name) => name === file || existsSync(join(folder, name, file)))
  } catch {
    return false
  }
}

/**
 * Downloads the current Electron with the package's own installer.
 * @param {{ hasFallback: boolean }} options with a fallback, a failure of the last day is not tried again
 * @returns {Promise<string | undefined>} the binary, or nothing when it cannot be had
 */
export async function downloadOfficial({ hasFallback }) {
  const folder = join(root, 'node_modules', 'electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const earlier = readStamp(unreachableStamp)
  if (hasFallback && earlier?.version === version && isFresh(earlier, dayMs)) return undefined

  const url = downloadUrl(version)
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: '1' }
  const cached = isInDownloadCache(url.split('/').at(-1))
  const reachable =
    cached || (await run(process.execPath, [probe, url, String(connectMs)], { env })).code === 0
  if (reachable) {
    const install = () => run(process.execPath, [join(folder, 'install.js')], { env, timeoutMs: downloadMs })
    const { code } = await withProgress(`Downloading Electron ${version}`, install)
    const path = installedByNpm(root)
    if (code === 0 && path) {
      removeStamp(unreachableStamp)
      return path
    }
  }
  writeStamp(unreachableStamp, { at: Date.now(), version })
  say(`The official download of Electron ${version} cannot be reached from here.`)
  return undefined
}
