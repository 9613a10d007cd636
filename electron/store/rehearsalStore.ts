import { join } from 'node:path'

import {
  REHEARSALS_FORMAT,
  REHEARSALS_VERSION,
  rehearsalsFileSchema,
  withRun,
  type RehearsalsFile,
  type Run,
} from '../../shared/rehearsal/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor, writeDurably } from './durableFile'
import { readJsonFile } from './jsonFile'
import { setAside } from './quarantine'

/** Where the rehearsals of all meetings lie, and where what cannot be read is put. */
export type RehearsalFolders = { readonly rehearsals: string; readonly quarantine: string }

/** The runs of a meeting; `notice` says why earlier ones could not be read. */
export type Rehearsals = { readonly runs: readonly Run[]; readonly notice: string | null }

const pathOf = (folders: RehearsalFolders, meeting: string) => join(folders.rehearsals, `${meeting}.json`)

function isNewer(content: unknown): boolean {
  const version = typeof content === 'object' && content !== null && 'version' in content && content.version
  return typeof version === 'number' && version > REHEARSALS_VERSION
}

/**
 * The runs kept of a meeting, none where there is no file. A file that cannot be read is copied to the quarantine
 * and counts as none; one of a newer version, and one that could not be copied, is refused and stays as it is.
 */
export async function readRehearsals(
  folders: RehearsalFolders,
  meeting: string,
): Promise<Result<Rehearsals>> {
  const path = pathOf(folders, meeting)
  const content = await readJsonFile(path)
  if (!content.ok && content.refusal.code === 'missing') return accept({ runs: [], notice: null })
  const file = rehearsalsFileSchema.safeParse(content.ok ? content.value : null)
  if (file.success && file.data.meeting === meeting) return accept({ runs: file.data.runs, notice: null })
  if (content.ok && isNewer(content.value))
    return refuse(
      'newer',
      'The rehearsals of this meeting were kept by a newer Lectern; they are left as they are.',
    )
  const why = content.ok ? 'They are not rehearsals of this meeting.' : content.refusal.sentence
  const copy = await setAside(path, folders.quarantine)
  return copy === null
    ? refuse('unreadable', `The rehearsals of this meeting cannot be read: ${why}`)
    : accept({
        runs: [],
        notice: `Earlier rehearsals of this meeting cannot be read. ${why} A copy is at ${copy}.`,
      })
}

type Change = (runs: readonly Run[]) => readonly Run[]

async function replace(folders: RehearsalFolders, meeting: string, change: Change): Promise<Result<null>> {
  const known = await readRehearsals(folders, meeting)
  if (!known.ok) return known
  const file: RehearsalsFile = {
    format: REHEARSALS_FORMAT,
    version: REHEARSALS_VERSION,
    meeting,
    runs: [...change(known.value.runs)],
  }
  try {
    await writeDurably(pathOf(folders, meeting), `${JSON.stringify(file, null, 2)}\n`)
    return accept(null)
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the rehearsal was not saved'))
  }
}

let running: Promise<unknown> = Promise.resolve()

/** Changes the runs of a meeting, one change after the other. A file that is refused is never replaced. */
async function changeRuns(folders: RehearsalFolders, meeting: string, change: Change): Promise<Result<null>> {
  const next = running.then(async () => replace(folders, meeting, change))
  running = next.catch(() => undefined)
  return next
}

/** Keeps a run of a meeting, or what it has become meanwhile. */
export async function keepRun(folders: RehearsalFolders, meeting: string, run: Run): Promise<Result<null>> {
  return changeRuns(folders, meeting, (runs) => withRun(runs, run))
}

/** Forgets a run of a meeting. */
export async function removeRun(
  folders: RehearsalFolders,
  meeting: string,
  run: string,
): Promise<Result<null>> {
  return changeRuns(folders, meeting, (runs) => runs.filter(({ id }) => id !== run))
}
