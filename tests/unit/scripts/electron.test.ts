import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstOf, fromEnvironment, installedByNpm } from '../../../scripts/lib/electron/lookup.mjs'
import { downloadUrl, isInDownloadCache } from '../../../scripts/lib/electron/official.mjs'
import { hasOlder } from '../../../scripts/lib/electron/older.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-electron-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('LECTERN_ELECTRON', () => {
  test('counts when it names a file, also relative to where the command was typed', () => {
    writeFileSync(join(folder, 'electron'), '')
    expect(fromEnvironment({ LECTERN_ELECTRON: join(folder, 'electron') })).toBe(join(folder, 'electron'))
    expect(fromEnvironment({ LECTERN_ELECTRON: 'electron', INIT_CWD: folder })).toBe(join(folder, 'electron'))
  })

  test('is a refusal when it names nothing or a folder, and nothing when it is not set', () => {
    expect(() => fromEnvironment({ LECTERN_ELECTRON: join(folder, 'gone') })).toThrow(/is not a file/)
    expect(() => fromEnvironment({ LECTERN_ELECTRON: folder })).toThrow(/is not a file/)
    expect(fromEnvironment({})).toBeUndefined()
  })
})

describe('the order of the ways', () => {
  test('the first way that has one ends the search', async () => {
    const asked: string[] = []
    const way = (name: string, path?: string) => ({
      name,
      find: () => {
        asked.push(name)
        return path
      },
    })
    const found = await firstOf([way('environment'), way('npm', '/b'), way('official', '/c')])
    expect(found).toEqual({ name: 'npm', path: '/b' })
    expect(asked).toEqual(['environment', 'npm'])
    expect(await firstOf([way('environment')])).toBeUndefined()
  })
})

describe('the binary of the package', () => {
  const lay = (present: string) => {
    const place = join(folder, 'node_modules', 'electron')
    mkdirSync(join(place, 'dist'), { recursive: true })
    writeFileSync(join(place, 'package.json'), '{"version":"45.0.0"}')
    writeFileSync(join(place, 'path.txt'), 'electron')
    writeFileSync(join(place, 'dist', 'version'), present)
    return join(place, 'dist', 'electron')
  }

  test('counts when its download is complete and of the same version', () => {
    const path = lay('v45.0.0')
    expect(installedByNpm(folder)).toBeUndefined()
    writeFileSync(path, '')
    expect(installedByNpm(folder)).toBe(path)
    lay('44.0.0')
    expect(installedByNpm(folder)).toBeUndefined()
  })
})

describe('the downloads', () => {
  const machine = { platform: 'linux', arch: 'x64' } as const

  test('a mirror takes the place of the official site', () => {
    expect(downloadUrl('45.0.0', machine, {})).toMatch(/\/v45\.0\.0\/electron-v45\.0\.0-linux-x64\.zip$/)
    expect(downloadUrl('45.0.0', machine, { ELECTRON_MIRROR: 'https://mirror.test/' })).toBe(
      'https://mirror.test/v45.0.0/electron-v45.0.0-linux-x64.zip',
    )
  })

  test('an archive fetched before is found in the shared cache', () => {
    expect(isInDownloadCache('e.zip', { electron_config_cache: folder })).toBe(false)
    mkdirSync(join(folder, 'abc'))
    writeFileSync(join(folder, 'abc', 'e.zip'), '')
    expect(isInDownloadCache('e.zip', { electron_config_cache: folder })).toBe(true)
  })

  test('the older runtime exists for one platform', () => {
    expect(hasOlder(machine)).toBe(true)
    expect(hasOlder({ platform: 'linux', arch: 'arm64' })).toBe(false)
    expect(hasOlder({ platform: 'darwin', arch: 'x64' })).toBe(false)
  })
})
