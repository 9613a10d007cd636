import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { writeDurably } from './durableFile'
import { LARGEST_FILE } from './jsonFile'

/**
 * Sets a copy of a file aside in the quarantine folder and leaves the file itself untouched. The same
 * content is kept once. Returns the copy's path, or null where no copy could be made (too large, no room).
 */
export async function setAside(path: string, quarantine: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > LARGEST_FILE) return null
    const bytes = await readFile(path)
    const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const copy = join(quarantine, `${mark}-${basename(path)}`)
    const there = await stat(copy).catch(() => null)
    if (there === null) await writeDurably(copy, bytes)
    return copy
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
