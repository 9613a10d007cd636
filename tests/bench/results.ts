import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronApplication } from 'playwright'

import { benchRowSchema, type BenchRow } from './rows'

/** The folder that `npm run bench` collects from. */
function folder(): string {
  const found = process.env['LECTERN_BENCH']
  if (found === undefined || found === '') throw new Error('Run this by `npm run bench`')
  return found
}

/** Leaves rows for `npm run bench`: one file a measurement, so that one that fails costs no other. */
export function leaveRows(name: string, rows: readonly BenchRow[]): void {
  writeFileSync(join(folder(), `${name}.rows.json`), JSON.stringify(benchRowSchema.array().parse(rows)))
}

/** Names and versions of what the app runs on. */
export type Runtime = Readonly<Record<string, string>>

/** What the app runs on. */
export function runtimeOf(electron: ElectronApplication): Promise<Runtime> {
  return electron.evaluate(() => ({
    Electron: process.versions['electron'] ?? '',
    Chromium: process.versions['chrome'] ?? '',
    'Node in it': process.versions.node,
  }))
}

/** Leaves what the app runs on, for the head of the table. */
export function leaveRuntime(runtime: Runtime): void {
  writeFileSync(join(folder(), 'runtime.json'), JSON.stringify(runtime))
}
