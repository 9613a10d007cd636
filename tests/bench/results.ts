import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BenchRow } from './rows'

/** The folder that `npm run bench` collects from. */
function folder(): string {
  const found = process.env['LECTERN_BENCH']
  if (found === undefined || found === '') throw new Error('Run this by `npm run bench`')
  return found
}

/** Leaves rows for `npm run bench`: one file a measurement, so that one that fails costs no other. */
export function leaveRows(name: string, rows: readonly BenchRow[]): void {
  writeFileSync(join(folder(), `${name}.rows.json`), JSON.stringify(rows))
}

/** Leaves what the app runs on, for the head of the table. */
export function leaveRuntime(versions: Readonly<Record<string, string>>): void {
  writeFileSync(join(folder(), 'runtime.json'), JSON.stringify(versions))
}
