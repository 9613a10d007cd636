import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../scripts/lib/electron/older.mjs'
import { faultsAgainst, parseSha1List } from '../../../scripts/lib/sha1List.mjs'

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
const sums = parseSha1List(`${sha1('binary')}  electron\n${sha1('words')}  locales/en.pak\n`)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-sha1-'))
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'electron'), 'binary')
  writeFileSync(join(folder, 'locales', 'en.pak'), 'words')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a runtime checked against its list', () => {
  test('passes when every file is as listed', async () => {
    expect(await faultsAgainst(folder, sums)).toEqual([])
  })

  test('is refused for a file that is different', async () => {
    writeFileSync(join(folder, 'electron'), 'binarx')
    expect(await faultsAgainst(folder, sums)).toEqual(['electron is different'])
  })

  test('is refused for a file that is missing', async () => {
    rmSync(join(folder, 'locales', 'en.pak'))
    expect(await faultsAgainst(folder, sums)).toEqual(['locales/en.pak is missing'])
  })

  test('is refused for a file that is extra, unless it is allowed', async () => {
    writeFileSync(join(folder, 'version'), '1')
    expect(await faultsAgainst(folder, sums)).toEqual(['version is extra'])
    expect(await faultsAgainst(folder, sums, ['version'])).toEqual([])
  })

  test('is refused for a link in place of a file, whatever it points to', async () => {
    rmSync(join(folder, 'electron'))
    symlinkSync(join(folder, 'locales', 'en.pak'), join(folder, 'electron'))
    expect(await faultsAgainst(folder, sums)).toEqual(['electron is not a plain file'])
  })

  test('is refused in one sentence', () => {
    const sentence = refusalOf(['a is extra', 'b is missing'])
    expect(sentence).toContain('a is extra and 1 more')
    expect(sentence).not.toContain('\n')
  })
})

describe('the list itself', () => {
  test('names the 72 files of the official release', () => {
    const path = new URL('../../../scripts/runtime/electron-v25.1.1-linux-x64.sha1', import.meta.url)
    const list = parseSha1List(readFileSync(path, 'utf8'))
    expect(list.size).toBe(72)
    expect(list.has('electron')).toBe(true)
  })

  test.each(['', 'nonsense', `${sha1('a')}  x\n${sha1('b')}  x`])('is refused when it is bad: %j', (text) => {
    expect(() => parseSha1List(text)).toThrow(/list of sums/)
  })
})
