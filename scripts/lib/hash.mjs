/** Fingerprints of files and folders. */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Every file below a folder, as sorted paths with `/`, relative to it. A missing folder has none. */
export function listFiles(folder, below = '') {
  let entries
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  }
  const found = []
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) found.push(...listFiles(folder, path))
    else found.push(path)
  }
  return below ? found : found.toSorted((a, b) => (a < b ? -1 : 1))
}

/** One SHA-256 over names and contents of files and folders below `base`. A missing one changes it too. */
export function hashSources(base, names) {
  const hash = createHash('sha256')
  const add = (name) => {
    const content = readFileSync(join(base, name))
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  for (const name of [...names].toSorted((a, b) => (a < b ? -1 : 1))) {
    const stats = statSync(join(base, name), { throwIfNoEntry: false })
    if (!stats) hash.update(`${name}\0missing\0`)
    else if (stats.isDirectory()) for (const file of listFiles(join(base, name))) add(`${name}/${file}`)
    else add(name)
  }
  return hash.digest('hex')
}

/** The digest of one file, read as a stream. */
export async function hashFile(path, algorithm, encoding = 'hex') {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest(encoding)
}
