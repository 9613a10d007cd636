/** Where an Electron may already be: named by the user, installed by npm, or kept from an earlier run. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fromUser } from '../paths.mjs'
import { Refusal } from '../refusal.mjs'

/** The version of the older runtime that trial and tests fall back to. */
export const olderVersion = '25.1.1'

/** The binary LECTERN_ELECTRON names, undefined when it is not set, a refusal when it is not a file. */
export function fromEnvironment(env = process.env) {
  if (!env.LECTERN_ELECTRON) return undefined
  const path = fromUser(env.LECTERN_ELECTRON, env)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new Refusal(
      `LECTERN_ELECTRON names ${path}, which is not a file: set it to the path of an Electron binary, or unset it.`,
    )
  }
  return path
}

/** The binary of the `electron` package, when its download is complete and of the package's version. */
export function installedByNpm(base) {
  const folder = join(base, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const present = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return present === version && existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/**
 * Goes through ways to an Electron in their order and takes the first that has one.
 * @param {Array<{ name: string, find: () => unknown }>} ways each answers with a path or nothing
 * @returns {Promise<{ name: string, path: string } | undefined>}
 */
export async function firstOf(ways) {
  for (const { name, find } of ways) {
    const path = await find()
    if (path) return { name, path }
  }
  return undefined
}
