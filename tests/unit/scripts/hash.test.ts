import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isUpToDate, sourceNames } from '../../../scripts/build.mjs'
import { hashFile, hashSources, listFiles } from '../../../scripts/lib/hash.mjs'
import { isFresh, readStamp, removeStamp, writeStamp } from '../../../scripts/lib/stamp.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-hash-'))
  mkdirSync(join(folder, 'a', 'b'), { recursive: true })
  writeFileSync(join(folder, 'a', 'b', 'one.ts'), '1')
  writeFileSync(join(folder, 'a', 'two.ts'), '2')
  writeFileSync(join(folder, 'lock.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('hash of the sources', () => {
  const now = () => hashSources(folder, ['a', 'lock.json', 'not-there.json'])

  test('stays the same while nothing changes, in whatever order the names come', () => {
    expect(now()).toBe(now())
    expect(hashSources(folder, ['lock.json', 'a'])).toBe(hashSources(folder, ['a', 'lock.json']))
  })

  test('changes with content, a new file, a moved file, and a file that appears', () => {
    const seen = new Set([now()])
    writeFileSync(join(folder, 'a', 'two.ts'), '3')
    seen.add(now())
    writeFileSync(join(folder, 'a', 'three.ts'), '')
    seen.add(now())
    rmSync(join(folder, 'a', 'three.ts'))
    writeFileSync(join(folder, 'a', 'b', 'three.ts'), '')
    seen.add(now())
    writeFileSync(join(folder, 'not-there.json'), '')
    seen.add(now())
    expect(seen.size).toBe(5)
  })

  test('does not confuse the end of one file with the start of the next', () => {
    const before = now()
    writeFileSync(join(folder, 'a', 'b', 'one.ts'), '')
    writeFileSync(join(folder, 'a', 'two.ts'), '12')
    expect(now()).not.toBe(before)
  })

  test('lists files sorted, and none of a folder that is missing', () => {
    expect(listFiles(folder)).toEqual(['a/b/one.ts', 'a/two.ts', 'lock.json'])
    expect(listFiles(join(folder, 'nowhere'))).toEqual([])
  })

  test('hashes one file', async () => {
    expect(await hashFile(join(folder, 'a', 'two.ts'), 'sha1')).toBe(
      'da4b9237bacccdf19c0760cab7aec4a8359010b0',
    )
  })
})

describe('the build stamp', () => {
  const there = () => true

  test('holds only for the same hash with every output there', () => {
    const stamp = { hash: 'h', files: ['main/main.cjs', 'renderer/desk.html'] }
    expect(isUpToDate(stamp, 'h', there)).toBe(true)
    expect(isUpToDate(stamp, 'other', there)).toBe(false)
    expect(isUpToDate(stamp, 'h', (path: string) => path !== 'main/main.cjs')).toBe(false)
    expect(isUpToDate({ hash: 'h', files: [] }, 'h', there)).toBe(false)
    expect(isUpToDate({ hash: 'h' }, 'h', there)).toBe(false)
    expect(isUpToDate(undefined, 'h', there)).toBe(false)
  })

  test('covers the rooms, the lock file and every compiler setting', () => {
    const names = sourceNames(['tsconfig.json', 'tsconfig.web.json', 'README.md'])
    for (const name of [
      'electron',
      'renderer',
      'shared',
      'resources',
      'package-lock.json',
      'tsconfig.web.json',
    ]) {
      expect(names).toContain(name)
    }
    expect(names).not.toContain('README.md')
  })
})

describe('stamps', () => {
  test('are read back, and a damaged or missing one counts as none', () => {
    const path = join(folder, 'new', 'stamp.json')
    expect(readStamp(path)).toBeUndefined()
    writeStamp(path, { hash: 'x' })
    expect(readStamp(path)).toEqual({ hash: 'x' })
    writeFileSync(path, '{"hash":')
    expect(readStamp(path)).toBeUndefined()
    removeStamp(path)
    removeStamp(path)
  })

  test('grow old, and one from the future does not count', () => {
    expect(isFresh({ at: 1000 }, 500, 1400)).toBe(true)
    expect(isFresh({ at: 1000 }, 500, 1500)).toBe(false)
    expect(isFresh({ at: 1000 }, 500, 900)).toBe(false)
    expect(isFresh(undefined, 500, 900)).toBe(false)
  })
})
