import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { fold } from '../../shared/meeting/apply'
import { chainFaults } from '../../shared/meeting/log'
import type { LogEntry } from '../../shared/meeting/entries'
import { openMeetingFile } from '../../shared/meeting/file'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { uuidSchema } from '../../shared/text'
import { notHeldIn, readJournal, type JournalContent } from './journal'
import { readJsonFile } from './jsonFile'
import { setAside } from './quarantine'
import { sha256Here } from './sha256'

export const EXTENSION = '.json'
export const JOURNAL = '.journal'

/** A meeting read from the disk: its file with the journal folded in. `notice` is a sentence to show above it. */
export type StoredMeeting = {
  readonly meeting: Meeting
  readonly log: LogEntry[]
  readonly journal: { readonly entries: readonly LogEntry[]; readonly bytes: number }
  readonly fileBytes: number
  readonly readOnly: boolean
  readonly notice: string | null
}

/** Where a meeting's file and its journal lie. `id` must be a UUID. */
export function meetingPaths(folder: string, id: string) {
  return { file: join(folder, `${id}${EXTENSION}`), journal: join(folder, `${id}${JOURNAL}`) }
}

type Folded = {
  readonly entries: readonly LogEntry[]
  readonly journal: StoredMeeting['journal']
  readonly notice: string | null
  readonly readOnly: boolean
}

/**
 * The entries of a journal that go on where the log ends, and the part of the journal that stays. Those the
 * log holds already are skipped; what does not follow is named in `notice` and set aside.
 */
async function foldable(
  path: string,
  found: JournalContent,
  log: readonly LogEntry[],
  quarantine: string,
): Promise<Folded> {
  const last = log.at(-1)
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? null }
  const newer = notHeldIn(log, found.entries)
  const [fault] = chainFaults(newer, head, sha256Here)
  const good = newer.slice(0, fault?.index)
  const bad = newer[good.length]
  const kept = bad === undefined ? found.entries : found.entries.slice(0, found.entries.indexOf(bad))
  const folded = { entries: good, journal: { entries: kept, bytes: found.ends[kept.length - 1] ?? 0 } }
  const lost = newer.length - good.length + (found.damage?.unreadLines ?? 0)
  if (lost === 0 && !found.torn) return { ...folded, notice: null, readOnly: false }
  const copy = await setAside(path, quarantine)
  if (lost === 0) return { ...folded, notice: null, readOnly: false }
  const where =
    copy === null
      ? 'It is kept where it is, and the meeting is open for reading only'
      : `A copy is kept in ${copy}`
  return {
    ...folded,
    notice: `The journal of this meeting is damaged: ${lost} of its lines after entry ${head.seq + good.length} cannot be read. ${where}.`,
    readOnly: copy === null,
  }
}

function handMade(faults: readonly { readonly path: string; readonly reason: string }[]): string | null {
  const [first] = faults
  if (first === undefined) return null
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  return `This file was changed outside Lectern: ${first.path}: ${first.reason}${more}. It is open for reading only.`
}

/**
 * Reads one meeting and folds in its journal. Refuses what cannot be read, with a sentence; sets a copy
 * aside in quarantine then. Throws on a journal the system will not read.
 */
export async function readMeeting(
  folder: string,
  id: string,
  quarantine: string,
): Promise<Result<StoredMeeting>> {
  if (!uuidSchema.safeParse(id).success) return refuse('id', 'That is not the id of a meeting.', 'id')
  const paths = meetingPaths(folder, id)
  const content = await readJsonFile(paths.file)
  const opened = content.ok ? openMeetingFile(content.value, sha256Here) : content
  if (!opened.ok) {
    if (opened.refusal.code !== 'newer') await setAside(paths.file, quarantine)
    return opened
  }
  if (opened.value.meeting.id !== id) {
    return refuse('id', `The file ${id}${EXTENSION} holds another meeting than its name says.`, 'id')
  }
  const { meeting, log, faults, newer } = opened.value
  const { size, mode } = await stat(paths.file)
  if (newer !== null) {
    const journal = { entries: [], bytes: 0 }
    return accept({ meeting, log: [], journal, fileBytes: size, readOnly: true, notice: newer })
  }
  const found = await readJournal(paths.journal)
  const folded = await foldable(paths.journal, found, log, quarantine)
  const locked =
    (mode & 0o222) === 0
      ? 'The file of this meeting is read-only on the disk, so nothing can be added to it.'
      : null
  const notices = [handMade(faults), folded.notice, locked].filter((notice) => notice !== null)
  return accept({
    meeting: fold(meeting, folded.entries),
    log: [...log, ...folded.entries],
    journal: folded.journal,
    fileBytes: size,
    readOnly: faults.length > 0 || folded.readOnly || locked !== null,
    notice: notices.length === 0 ? null : notices.join(' '),
  })
}
