/** Checks a folder against a list of SHA-1 sums: exactly these files, with exactly these contents. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile, listFiles } from './hash.mjs'

/** Reads lines of the form `<40 hex digits>  <path>` into a map from path to sum. */
export function parseSha1List(text) {
  const sums = new Map()
  for (const line of text.split('\n')) {
    if (!line.trim()) continue
    const match = /^([0-9a-f]{40}) [ *](\S.*)$/.exec(line.trimEnd())
    if (!match || sums.has(match[2])) throw new Error(`The list of sums has a bad line: ${line}`)
    sums.set(match[2], match[1])
  }
  if (sums.size === 0) throw new Error('The list of sums is empty.')
  return sums
}

/**
 * Compares every file with the list.
 * @param {string} folder
 * @param {Map<string, string>} sums
 * @param {string[]} allowed files that may be there besides
 * @returns {Promise<string[]>} one phrase for each fault; none means the folder is as it should be
 */
export async function faultsAgainst(folder, sums, allowed = []) {
  const present = new Set(listFiles(folder))
  const faults = []
  for (const path of present) {
    if (!sums.has(path) && !allowed.includes(path)) faults.push(`${path} is extra`)
  }
  for (const [path, sum] of sums) {
    if (!present.has(path)) faults.push(`${path} is missing`)
    else if (!lstatSync(join(folder, path)).isFile()) faults.push(`${path} is not a plain file`)
    else if ((await hashFile(join(folder, path), 'sha1')) !== sum) faults.push(`${path} is different`)
  }
  return faults
}

/** Sizes and times of the files, for a check that costs milliseconds. */
export function cheapPrint(folder) {
  return listFiles(folder).map((path) => {
    const { size, mtimeMs } = lstatSync(join(folder, path))
    return `${path} ${size} ${Math.round(mtimeMs)}`
  })
}
