/** Compares what npm has installed with what package-lock.json asks for. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What differs between the two lists of packages: one phrase each, none when they agree. */
export function lockfileFaults(wanted, installed) {
  const faults = []
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue
    const found = installed[path]
    if (!found) {
      if (!entry.optional && !entry.devOptional && !entry.peer) faults.push(`${path} is missing`)
    } else if (found.version !== entry.version || found.integrity !== entry.integrity) {
      faults.push(`${path} is another version`)
    }
  }
  for (const path of Object.keys(installed)) {
    if (!(path in wanted)) faults.push(`${path} is extra`)
  }
  return faults
}

/**
 * True when node_modules holds the packages of package-lock.json. npm leaves its own list there
 * as the last step of an install, so an interrupted one has none. With `sameLock` (this very lock
 * file was installed before) only the presence of the packages is checked.
 */
export function matchesLockfile(base, { sameLock = false } = {}) {
  const read = (path) => JSON.parse(readFileSync(join(base, path), 'utf8')).packages
  let installed
  try {
    installed = read('node_modules/.package-lock.json')
  } catch {
    return false
  }
  const isPresent = (path) => existsSync(join(base, path, 'package.json'))
  if (!Object.keys(installed).every(isPresent)) return false
  return sameLock || lockfileFaults(read('package-lock.json'), installed).length === 0
}
