import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Runs the loader under Node, with a stand-in for Electron that writes down what it is told. */
const loader = fileURLToPath(new URL('../../../scripts/runtime/loader/index.js', import.meta.url))
let folder = ''

const standIn = `
  const Module = require('node:module')
  const told = {}
  const app = {
    setName: (v) => (told.name = v), getName: () => told.name, setVersion: (v) => (told.version = v),
    setAppPath: (v) => (told.appPath = v), setPath: (k, v) => (told[k] = v), getPath: () => '/data',
    commandLine: { getSwitchValue: () => '' }, exit: (code) => process.exit(code),
  }
  const load = Module._load
  Module._load = (name, ...rest) => (name === 'electron' ? { app } : load(name, ...rest))
  globalThis.told = told
  // Electron lays its arguments out without the path of the script that Node has in second place.
  process.argv.splice(1, 1)
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-loader-'))
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(folder, 'stand-in.cjs'), standIn)
  writeFileSync(join(folder, 'early.cjs'), 'globalThis.early = true')
  writeFileSync(
    join(app, 'package.json'),
    '{"name":"small","productName":"Small","version":"2.0.0","main":"m.js"}',
  )
  writeFileSync(
    join(app, 'm.js'),
    'console.log(JSON.stringify({ ...told, isMain: require.main === module, early: globalThis.early }))',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (...args: string[]) =>
  spawnSync(process.execPath, ['-r', './stand-in.cjs', loader, ...args], { cwd: folder, encoding: 'utf8' })

test('opens a folder with its name, version, path and data folder', () => {
  const told = JSON.parse(open('--no-sandbox', 'app').stdout)
  expect(told).toMatchObject({
    name: 'Small',
    version: '2.0.0',
    userData: join('/data', 'Small'),
    isMain: true,
  })
  expect(told.appPath).toMatch(/app$/)
})

test('opens a file, after requiring what comes with -r', () => {
  const told = JSON.parse(open('-r', 'early.cjs', '--x', 'app/m.js', 'other').stdout)
  expect(told).toMatchObject({ name: 'Small', early: true })
})

test('without an application it says what is needed', () => {
  const { status, stderr } = open('--no-sandbox')
  expect(status).toBe(1)
  expect(stderr).toContain('name the folder of an application')
})
