/** Small JSON notes the scripts leave for their next run. A damaged note counts as none. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What the note says, or undefined when there is none or it cannot be read. */
export function readStamp(path) {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'))
    return value && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

/** Writes the note in one step: a reader sees the old one or the new one, never half. */
export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(value, null, 1)}\n`)
  renameSync(temporary, path)
}

/** Takes the note away. */
export function removeStamp(path) {
  rmSync(path, { force: true })
}

/** True while a note with an `at` time (ms) is younger than the given age. */
export function isFresh(stamp, maxAgeMs, now = Date.now()) {
  return typeof stamp?.at === 'number' && now >= stamp.at && now - stamp.at < maxAgeMs
}
