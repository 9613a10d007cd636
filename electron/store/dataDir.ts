import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { sweepTemps } from './durableFile'

const OPTION = '--data-dir='

/** The folders in the data folder, each created when the app starts. */
export type DataDir = {
  readonly root: string
  readonly meetings: string
  readonly playbooks: string
  readonly quarantine: string
  /** What a meeting was before it was joined with a copy. */
  readonly backups: string
  /** Signed records: `<meeting>-r<revision>.pdf`. */
  readonly records: string
  readonly identities: string
  /** The runs of a meeting's script, by the meeting's id. Private. */
  readonly rehearsals: string
  readonly settingsFile: string
}

/**
 * Which folder holds the data: `--data-dir=DIR`, else `LECTERN_DATA_DIR`, else `fallback`. Relative paths
 * are taken from `workingDirectory`.
 */
export function chooseDataDir(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
  fallback: string,
): string {
  const option = argv.findLast((word) => word.startsWith(OPTION))?.slice(OPTION.length)
  const wanted = [option, environment['LECTERN_DATA_DIR']].find((path) => path !== undefined && path !== '')
  return wanted === undefined ? fallback : resolve(workingDirectory, wanted)
}

/** Where the signed copy of a revision lies. `meeting` must be a UUID. */
export function signedRecord(records: string, meeting: string, revision: number): string {
  return join(records, `${meeting}-r${revision}.pdf`)
}

/** Makes the data folder and sweeps what a crash left half written. Throws the system's error. */
export async function prepareDataDir(root: string): Promise<DataDir> {
  const folders = {
    root,
    meetings: join(root, 'meetings'),
    playbooks: join(root, 'playbooks'),
    quarantine: join(root, 'quarantine'),
    backups: join(root, 'backups'),
    records: join(root, 'records'),
    identities: join(root, 'identities'),
    rehearsals: join(root, 'rehearsals'),
  }
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  for (const folder of Object.values(folders)) await sweepTemps(folder)
  return { ...folders, settingsFile: join(root, 'settings.json') }
}
