/** Part `live`: from Enter to the disk and to the screen. */
import { readdirSync, readFileSync } from 'node:fs'
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
import { ensureSqlite } from './sqlite.mjs'

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

async function storeRows(folder) {
  const sqlite = await ensureSqlite()
  const program = await withProgress('Bundling the bench', () => bundle('tests/bench/live/store.ts'))
  const worker = join(root, 'out', 'main', 'snapshotWorker.cjs')
  const result = join(folder, 'store.json')
  const where = 'folder' in sqlite ? [sqlite.folder, ''] : ['', sqlite.missing]
  say('Measuring the store: two minutes or so.')
  const code = await passThrough(process.execPath, [program, result, folder, worker, ...where])
  return code === 0 ? read(result) : []
}

async function appRows(folder) {
  const electron = await ensureElectron()
  await ensureSystem({ electron })
  const player = tool('playwright', ['test', '-c', 'tests/bench/playwright.config.ts'])
  const { command, args } = onDisplay(player.command, player.args)
  await passThrough(command, args, {
    env: { ...process.env, LECTERN_ELECTRON: electron, LECTERN_BENCH: folder },
    stdin: 'ignore',
    onStderrLine: stderrFilter(electron),
  })
  const names = readdirSync(folder).filter((name) => name.endsWith('.rows.json'))
  return names.toSorted().flatMap((name) => read(join(folder, name)))
}

/** Rows of the whole part, and what the app ran on. What cannot be measured here is said and left out. */
export async function live(folder) {
  const rows = []
  for (const measure of [storeRows, appRows]) {
    try {
      rows.push(...(await measure(folder)))
    } catch (error) {
      say(`Not measured: ${sentenceOf(error)}`)
    }
  }
  return { rows, runtime: readStamp(join(folder, 'runtime.json')) ?? {} }
}
