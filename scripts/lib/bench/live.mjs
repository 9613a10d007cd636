/** Part `live`: from Enter to the disk and to the screen. */
import { say } from '../progress.mjs'
import { appRows, builtWorker, measured, programRows } from './rows.mjs'
import { ensureSqlite } from './sqlite.mjs'

async function storeRows(folder) {
  const sqlite = await ensureSqlite()
  say('Measuring the store: two minutes or so.')
  const where = 'folder' in sqlite ? [sqlite.folder, ''] : ['', sqlite.missing]
  return programRows('tests/bench/live/store.ts', folder, [builtWorker('snapshotWorker'), ...where])
}

export const live = (folder) => measured(folder, [storeRows, (into) => appRows('live', into)])
