/** Where the rows of a part come from: a program that plain Node runs, or the real app. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureElectron } from '../../ensure-electron.mjs'
import { ensureSystem } from '../../system-libs.mjs'
import { passThrough } from '../child.mjs'
import { onDisplay } from '../display.mjs'
import { stderrFilter } from '../noise.mjs'
import { root } from '../paths.mjs'
import { say, withProgress } from '../progress.mjs'
import { sentenceOf } from '../refusal.mjs'
import { readStamp } from '../stamp.mjs'
import { tool } from '../tools.mjs'
import { bundle } from './bundle.mjs'

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** A built worker of the app. */
export const builtWorker = (name) => join(root, 'out', 'main', `${name}.cjs`)

/** Bundles a program of the bench. @returns {Promise<string>} the file to run with Node */
export const bundled = (entry) => withProgress('Bundling the bench', () => bundle(entry))

/** Rows of a program, run as `node PROGRAM RESULT FOLDER …args`: those it left before it failed, if it does. */
export async function programRows(entry, folder, args = []) {
  const program = await bundled(entry)
  const result = join(folder, 'program.json')
  const code = await passThrough(process.execPath, [program, result, folder, ...args])
  if (code !== 0) say(`Not measured to the end: ${entry} failed.`)
  return existsSync(result) ? read(result) : []
}

/** Rows of the specs of a part, which play in the real app; `env` is what they are told besides. */
export async function appRows(part, folder, env = {}) {
  const electron = await ensureElectron()
  await ensureSystem({ electron })
  const where = `bench[\\/]${part}[\\/]`
  const player = tool('playwright', ['test', where, '-c', 'tests/bench/playwright.config.ts'])
  const { command, args } = onDisplay(player.command, player.args)
  await passThrough(command, args, {
    env: { ...process.env, LECTERN_ELECTRON: electron, LECTERN_BENCH: folder, ...env },
    stdin: 'ignore',
    onStderrLine: stderrFilter(electron),
  })
  const names = readdirSync(folder).filter((name) => name.endsWith('.rows.json'))
  return names.toSorted().flatMap((name) => read(join(folder, name)))
}

/** Rows of some measurements and what the app ran on. What cannot be measured here is said and left out. */
export async function measured(folder, measurements) {
  const rows = []
  for (const measure of measurements) {
    try {
      rows.push(...(await measure(folder)))
    } catch (error) {
      say(`Not measured: ${sentenceOf(error)}`)
    }
  }
  return { rows, runtime: readStamp(join(folder, 'runtime.json')) ?? {} }
}
