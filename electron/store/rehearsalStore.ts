import { unlink } from 'node:fs/promises'
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

/** Why a file was set aside while a run was kept: told with the next answer that can tell it. */
const untold = new Map<string, string>()

/** What a file holds: its runs, or why they are lost and a copy of them lies in the quarantine. */
async function read(folders: RehearsalFolders, meeting: string): Promise<Result<readonly Run[]>> {
  const path = pathOf(folders, meeting)
  const content = await readJsonFile(path)
  if (!content.ok && content.refusal.code === 'missing') return accept([])
  const file = rehearsalsFileSchema.safeParse(content.ok ? content.value : null)
  if (file.success && file.data.meeting === meeting) return accept(file.data.runs)
  if (content.ok && isNewer(content.value))
    return refuse(
      'newer',
      'The rehearsals of this meeting were kept by a newer Lectern; they are left as they are.',
    )
  const why = content.ok ? 'They are not rehearsals of this meeting.' : content.refusal.sentence
  const copy = await setAside(path, folders.quarantine)
  if (copy === null) return refuse('unreadable', `The rehearsals of this meeting cannot be read: ${why}`)
  await unlink(path).catch(() => undefined)
  untold.set(path, `Earlier rehearsals of this meeting cannot be read. ${why} A copy is at ${copy}.`)
  return accept([])
}

let running: Promise<unknown> = Promise.resolve()

/** One after the other, so that none takes away or puts back what another has written. */
async function inTurn<T>(what: () => Promise<T>): Promise<T> {
  const next = running.then(what)
  running = next.catch(() => undefined)
  return next
}

/**
 * The runs kept of a meeting, none where there is no file. A file that cannot be read is put into the quarantine,
 * and `notice` says so once; one of a newer version, and one that cannot be copied, is refused and stays as it is.
 */
export async function readRehearsals(
  folders: RehearsalFolders,
  meeting: string,
): Promise<Result<Rehearsals>> {
  const found = await inTurn(() => read(folders, meeting))
  if (!found.ok) return found
  const path = pathOf(folders, meeting)
  const notice = untold.get(path) ?? null
  untold.delete(path)
  return accept({ runs: found.value, notice })
}

type Change = (runs: readonly Run[]) => readonly Run[]

async function replace(folders: RehearsalFolders, meeting: string, change: Change): Promise<Result<null>> {
  const known = await read(folders, meeting)
  if (!known.ok) return known
  const file: RehearsalsFile = {
    format: REHEARSALS_FORMAT,
    version: REHEARSALS_VERSION,
    meeting,
    runs: [...change(known.value)],
  }
  try {
    await writeDurably(pathOf(folders, meeting), `${JSON.stringify(file, null, 2)}\n`)
    return accept(null)
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the rehearsal was not saved'))
  }
}

/** Changes the runs of a meeting. A file that is refused is never replaced. */
async function changeRuns(folders: RehearsalFolders, meeting: string, change: Change): Promise<Result<null>> {
  return inTurn(() => replace(folders, meeting, change))
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
