/** Where things are: the repository, the caches below it, and the folder the user called from. */
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's own folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Everything the scripts keep between two runs; goes away with node_modules. */
export const cacheDir = join(root, 'node_modules', '.cache', 'lectern')

/** The folder the command was typed in: npm changes to the repository before it runs a script. */
export function userCwd(env = process.env) {
  return env.INIT_CWD || process.cwd()
}

/** A path as the user meant it, seen from the folder the command was typed in. */
export function fromUser(path, env = process.env) {
  return isAbsolute(path) ? path : resolve(userCwd(env), path)
}

/** True when this module is the one `node` was started with. */
export function isMain(url) {
  if (!process.argv[1]) return false
  try {
    return realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url))
  } catch {
    return false
  }
}
