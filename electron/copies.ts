import type { TakenIn } from '../shared/ipcCopies'
import { toldConflicts, type ToldConflict } from '../shared/meeting/conflictWords'
import { toMeetingFile } from '../shared/meeting/file'
import { accept, refuse, type Result } from '../shared/result'
import { readMeetingFile } from './cli/readMeeting'
import type { Parts } from './parts'
import { sentenceFor } from './store/durableFile'
import { durableJson } from './store/snapshot'
import { askToConfirm, askWhatToOpen, askWhereToSave } from './system/dialogs'
import { fileName } from './system/fileName'

const JSON_FILES = [{ name: 'Meeting', extensions: ['json'] }]

const PRIVATE = {
  message: 'Save a copy of the whole meeting, with everything private in it?',
  detail:
    'Somebody else can open it in Lectern and take notes. The file holds the script, tips, all prepared responses, sources and e-mail addresses, so give it only to people who may read all of that. What they capture comes back with “Merge a copy”.',
  yes: 'Save the copy',
}

/** Asks where to and saves the whole meeting for a second note-taker, after somebody confirmed what is in it. */
export async function saveCopy(parts: Parts, meeting: string): Promise<Result<{ path: string | null }>> {
  const found = await parts.store.read(meeting)
  if (!found.ok) return found
  const desk = parts.windows.get('desk')
  if (!(await askToConfirm(desk, PRIVATE))) return accept({ path: null })
  const name = fileName(found.value.meeting.title, 'copy, private.json')
  const path = await askWhereToSave(desk, 'Save a copy for a second note-taker', name, JSON_FILES)
  if (path === null) return accept({ path })
  try {
    await durableJson(path).write(toMeetingFile(found.value.meeting, found.value.log))
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the copy was not saved'))
  }
}

/**
 * Asks for a copy of a meeting and takes it in: joined with the meeting that is here, or as a new one. With
 * `meeting` it must be a copy of that one. Null when nobody chose a file.
 */
export async function openCopy(parts: Parts, meeting: string | null): Promise<Result<TakenIn | null>> {
  const title = meeting === null ? 'Import a meeting' : 'Merge a copy of this meeting'
  const path = await askWhatToOpen(parts.windows.get('desk'), title, JSON_FILES)
  if (path === null) return accept(null)
  const copy = await readMeetingFile(path)
  if (!copy.ok && copy.refusal.code === 'newer')
    return refuse('newer', 'A newer Lectern wrote that copy. Update Lectern here, then open the copy again.')
  if (!copy.ok) return copy
  const { id, title: name } = copy.value.meeting
  if (meeting !== null && id !== meeting)
    return refuse(
      'other',
      `That is a copy of another meeting, “${name}”. Open it with Import in the list of meetings.`,
    )
  const taken = await parts.store.takeIn(copy.value)
  if (!taken.ok) return taken
  parts.tell('library:changed', null)
  return accept({ id, title: name, ...taken.value })
}

/** The differences between joined copies that nobody has settled. */
export async function conflictsOf(
  parts: Parts,
  meeting: string,
): Promise<Result<{ conflicts: ToldConflict[] }>> {
  const found = await parts.store.read(meeting)
  return found.ok ? accept({ conflicts: toldConflicts(found.value.meeting, found.value.log) }) : found
}
