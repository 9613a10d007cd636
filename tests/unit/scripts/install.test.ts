import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isStale, withLock } from '../../../scripts/lib/lock.mjs'
import { lockfileFaults, matchesLockfile } from '../../../scripts/lib/lockfile.mjs'
import { isSupported } from '../../../scripts/lib/nodeVersion.mjs'
import { seconds, withProgress } from '../../../scripts/lib/progress.mjs'
import { Refusal, sentenceOf } from '../../../scripts/lib/refusal.mjs'
import { explain, failure } from '../../../scripts/lib/sentences.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-install-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0', '26.1.0'])('%s will do', (version) =>
    expect(isSupported(version)).toBe(true),
  )
  test.each(['18.20.1', '20.18.3', '21.7.0', '22.11.0'])('%s will not', (version) =>
    expect(isSupported(version)).toBe(false),
  )
})

describe('sentences for failures', () => {
  test.each([
    ['npm error code ENOTFOUND\nnpm error errno ENOTFOUND', /cannot be reached/],
    ['npm error code ECONNREFUSED\nnpm error permission denied to nobody', /cannot be reached/],
    ['tar: x: Cannot write: No space left on device', /disk is full/],
    ["Error: EACCES: permission denied, mkdir '/x'", /No permission/],
    ['npm error code EUSAGE\nnpm ci can only install packages when …', /do not agree/],
    ['npm error code EINTEGRITY', /damaged/],
  ])('%s', (output, sentence) => expect(explain(output)).toMatch(sentence))

  test('an unknown cause gives the telling line, in one line', () => {
    expect(failure('Fetching', 'a\nnpm error odd thing failed\nnpm error A complete log of')).toBe(
      'Fetching did not work: odd thing failed',
    )
    expect(explain('all is well')).toBeUndefined()
  })

  test('whatever is thrown becomes one sentence', () => {
    expect(sentenceOf(new Refusal('Do this.'))).toBe('Do this.')
    expect(sentenceOf(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/disk is full/)
    expect(sentenceOf(new Error('odd\n at x'))).toBe('This did not work: odd')
  })
})

describe('packages against the lock file', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const wanted = { '': {}, 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } }

  test('agree, with or without what is optional', () => {
    expect(lockfileFaults(wanted, { 'node_modules/a': a })).toEqual([])
  })

  test('differ by version, by a missing one, by an extra one', () => {
    expect(lockfileFaults(wanted, { 'node_modules/a': { ...a, version: '2.0.0' } })).toHaveLength(1)
    expect(lockfileFaults(wanted, {})).toEqual(['node_modules/a is missing'])
    expect(lockfileFaults(wanted, { 'node_modules/a': a, 'node_modules/c': a })).toEqual([
      'node_modules/c is extra',
    ])
  })

  test('an interrupted install does not match, and neither does a package taken away', () => {
    const write = (path: string, packages: object) =>
      writeFileSync(join(folder, path), JSON.stringify({ packages }))
    mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true })
    write('package-lock.json', wanted)
    expect(matchesLockfile(folder)).toBe(false)
    write('node_modules/.package-lock.json', { 'node_modules/a': a })
    expect(matchesLockfile(folder)).toBe(false)
    writeFileSync(join(folder, 'node_modules', 'a', 'package.json'), '{}')
    expect(matchesLockfile(folder)).toBe(true)
    rmSync(join(folder, 'node_modules', 'a'), { recursive: true })
    expect(matchesLockfile(folder, { sameLock: true })).toBe(false)
  })
})

describe('the lock between commands', () => {
  test('lets one work at a time and is gone afterwards', async () => {
    const lock = join(folder, 'lock')
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} in`)
      await new Promise((done) => setTimeout(done, 20))
      order.push(`${name} out`)
    }
    const options = { pollMs: 2 }
    await Promise.all([withLock(lock, work('a'), options), withLock(lock, work('b'), options)])
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out'])
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(lock, () => Promise.resolve(7))).toBe(7)
  })

  test('of a process that is gone, or that never wrote its number, does not hold', () => {
    const lock = join(folder, 'lock')
    mkdirSync(lock)
    expect(isStale(lock)).toBe(false)
    utimesSync(lock, new Date(0), new Date(0))
    expect(isStale(lock)).toBe(true)
    writeFileSync(join(lock, 'pid'), '999999999')
    expect(isStale(lock)).toBe(true)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    expect(isStale(lock)).toBe(false)
  })
})

describe('the progress line', () => {
  test('is one line, with the seconds', async () => {
    let text = ''
    const stream = { isTTY: false, write: (part: string) => (text += part) }
    await withProgress('Building', () => Promise.resolve(), stream as never)
    expect(text).toMatch(/^Building… \d+\.\d s\n$/)
    expect(seconds(400)).toBe('0.4 s')
    expect(seconds(23_400)).toBe('23 s')
  })
})
