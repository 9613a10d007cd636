import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { forApp, forSystem } from '../../../scripts/lib/appArgs.mjs'
import { hasDisplay, onDisplay } from '../../../scripts/lib/display.mjs'
import {
  hasProgram,
  libraryPackages,
  missingLibraries,
  packagesFor,
  testPrograms,
} from '../../../scripts/lib/systemNeeds.mjs'

describe('missing system libraries', () => {
  const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibnss3.so => not found\n'

  test("are read from the linker's answer, each once", () => {
    expect(missingLibraries(ldd)).toEqual(['libnss3.so'])
    expect(missingLibraries('\tnot a dynamic executable')).toEqual([])
  })

  test('lead to the packages that bring them, under the name this release uses', () => {
    const none = { libraries: [], programs: ['xvfb-run', 'qpdf'] }
    expect(packagesFor(none, () => false)).toEqual(['xvfb', 'qpdf'])
    const reader = { libraries: [], programs: ['pdftotext', 'pdfsig', 'mutool', 'chromium'] }
    expect(packagesFor(reader, () => false)).toEqual(['poppler-utils', 'mupdf-tools', 'chromium'])
    expect(packagesFor(reader, (name: string) => name === 'chromium-browser')).toContain('chromium-browser')
    const some = { libraries: ['libnss3.so'], programs: [] }
    expect(packagesFor(some, () => false)).toEqual(libraryPackages)
    const renamed = packagesFor(some, (name: string) => name === 'libgtk-3-0t64')
    expect(renamed).toContain('libgtk-3-0t64')
    expect(renamed).toContain('libnss3')
  })

  test('include every program of the tests, and a browser by any of its names', () => {
    expect(packagesFor({ libraries: [], programs: testPrograms }, () => false)).toEqual([
      'poppler-utils',
      'qpdf',
      'mupdf-tools',
      'chromium',
    ])
    expect(hasProgram('chromium', (name: string) => name === 'google-chrome')).toBe(true)
    expect(hasProgram('chromium', () => null)).toBe(false)
    expect(hasProgram('qpdf', (name: string) => (name === 'qpdf' ? '/usr/bin/qpdf' : null))).toBe(true)
  })
})

describe('the display', () => {
  test('is missing only on Linux without a session', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  test('is a virtual one where there is no other', () => {
    expect(onDisplay('node', ['x'], { DISPLAY: ':0' }, 'linux')).toEqual({ command: 'node', args: ['x'] })
    expect(onDisplay('node', ['x'], {}, 'linux')).toEqual({
      command: 'xvfb-run',
      args: ['-a', '-s', '-screen 0 1920x1080x24', 'node', 'x'],
    })
  })
})

describe('the arguments of the app', () => {
  const env = { INIT_CWD: join(sep, 'home', 'me') }
  const full = `--data-dir=${join(sep, 'home', 'me', 'd')}`

  test('a data folder is seen from where the command was typed; the rest passes as it is', () => {
    expect(forApp(['--data-dir=d', '--x', 'y'], env)).toEqual([full, '--x', 'y'])
    expect(forApp(['--data-dir', 'd'], env)).toEqual([full])
    expect(forApp([`--data-dir=${join(sep, 'abs')}`], env)).toEqual([`--data-dir=${join(sep, 'abs')}`])
  })

  test('the sandbox is off for root on Linux, and for nobody else', () => {
    expect(forSystem({ uid: 0, env: { DISPLAY: ':0' }, platform: 'linux' })).toEqual(['--no-sandbox'])
    expect(forSystem({ uid: 1000, env: { DISPLAY: ':0' }, platform: 'linux' })).toEqual([])
    expect(forSystem({ uid: 0, env: {}, platform: 'darwin' })).toEqual([])
    expect(forSystem({ uid: 1000, env: { WAYLAND_DISPLAY: 'w' }, platform: 'linux' })).toEqual([
      '--ozone-platform=wayland',
    ])
  })
})
