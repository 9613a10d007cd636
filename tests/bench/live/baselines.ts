import { fdatasyncSync, openSync, closeSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { LogEntry } from '../../../shared/meeting/entries'

/** Something that makes entries durable, to compare the store with. */
export type Keeper = { readonly keep: (entries: readonly LogEntry[]) => void; readonly close: () => void }

/** The least that durable can mean: one write and one fdatasync, without a check, a number or a reader. */
export function rawFile(folder: string): Keeper {
  const file = openSync(join(folder, 'raw.journal'), 'a')
  return {
    keep: (entries) => {
      writeSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
      fdatasyncSync(file)
    },
    close: () => closeSync(file),
  }
}

type Statement = { readonly run: (...values: readonly unknown[]) => unknown }
type Database = {
  readonly pragma: (text: string) => unknown
  readonly exec: (text: string) => unknown
  readonly prepare: (text: string) => Statement
  readonly transaction: <T>(work: (value: T) => void) => (value: T) => void
  readonly close: () => void
}

/** better-sqlite3 with a write-ahead log and full syncing: one row an entry, one transaction a batch. */
export function sqlite(packageFolder: string, folder: string): Keeper {
  const Database = createRequire(join(packageFolder, 'package.json'))('better-sqlite3') as new (
    path: string,
  ) => Database
  const database = new Database(join(folder, 'entries.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE entries (seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, entry TEXT NOT NULL)',
  )
  const insert = database.prepare('INSERT INTO entries (id, entry) VALUES (?, ?)')
  const keep = database.transaction((entries: readonly LogEntry[]) => {
    for (const entry of entries) insert.run(entry.id, JSON.stringify(entry))
  })
  return { keep, close: () => database.close() }
}
