import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { captureRows, type Bench } from './capture'
import { lineRows } from './lines'
import { openingRows } from './opening'

/**
 * The part of `live` that runs in plain Node: `node store.mjs RESULT FOLDER WORKER SQLITE MISSING`. The last two
 * are the folder that has better-sqlite3, or an empty text and the reason.
 */
async function main([result = '', parent = '', worker = '', sqlite = '', missing = '']: readonly string[]) {
  const folder = await mkdtemp(join(parent, 'bench-'))
  const bench: Bench = { folder, worker, sqlite: sqlite === '' ? { missing } : { folder: sqlite } }
  try {
    const rows = [...lineRows(), ...(await openingRows(bench)), ...(await captureRows(bench))]
    await writeFile(result, JSON.stringify(rows))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

await main(process.argv.slice(2))
