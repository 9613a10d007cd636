import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Library, MeetingSummary } from '../../shared/ipc'
import { apply } from '../../shared/meeting/apply'
import { chainFaults } from '../../shared/meeting/log'
import type { LogEntry } from '../../shared/meeting/entries'
import { openMeetingFile } from '../../shared/meeting/file'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from './durableFile'
import { readJournal, type JournalContent } from './journal'
import { readJsonFile } from './jsonFile'
import { setAside } from './quarantine'

const EXTENSION = '.json'

/** A meeting read from the disk: its file with the journal folded in. `notice` is a sentence to show above it. */
export type StoredMeeting = {
  readonly meeting: Meeting
  readonly log: LogEntry[]
  readonly journal: Pick<JournalContent, 'entries' | 'bytes'>
  readonly fileBytes: number
  readonly readOnly: boolean
  readonly notice: string | null
}

/** Where a meeting's file and its journal lie. `id` must be a UUID. */
export function meetingPaths(folder: string, id: string) {
  return { file: join(folder, `${id}${EXTENSION}`), journal: join(folder, `${id}.journal`) }
}

type Folded = {
  readonly entries: readonly LogEntry[]
  readonly notice: string | null
  readonly readOnly: boolean
}

async function foldable(
  path: string,
  found: JournalContent,
  log: readonly LogEntry[],
  quarantine: string,
): Promise<Folded> {
  const last = log.at(-1)
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? null }
  const newer = found.entries.filter((entry) => entry.seq > head.seq)
  const [fault] = chainFaults(newer, head)
  const good = fault === undefined ? newer : newer.slice(0, fault.index)
  const lost = newer.length - good.length + (found.damage?.unreadLines ?? 0)
  if (lost === 0 && !found.torn) return { entries: good, notice: null, readOnly: false }
  const copy = await setAside(path, quarantine)
  if (lost === 0) return { entries: good, notice: null, readOnly: false }
  const kept =
    copy === null
      ? 'It is kept where it is, and the meeting is open for reading only'
      : `A copy is kept in ${copy}`
  return {
    entries: good,
    notice: `The journal of this meeting is damaged: ${lost} of its lines after entry ${head.seq + good.length} cannot be read. ${kept}.`,
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
  const paths = meetingPaths(folder, id)
  const content = await readJsonFile(paths.file)
  const opened = content.ok ? openMeetingFile(content.value) : content
  if (!opened.ok) {
    if (opened.refusal.code !== 'newer') await setAside(paths.file, quarantine)
    return opened
  }
  if (opened.value.meeting.id !== id) {
    return refuse('id', `The file ${id}${EXTENSION} holds another meeting than its name says.`, 'id')
  }
  const { meeting, log, faults } = opened.value
  const { size, mode } = await stat(paths.file)
  const found = await readJournal(paths.journal)
  const folded = await foldable(paths.journal, found, log, quarantine)
  const locked =
    (mode & 0o222) === 0
      ? 'The file of this meeting is read-only on the disk, so nothing can be added to it.'
      : null
  const notices = [handMade(faults), folded.notice, locked].filter((notice) => notice !== null)
  const goodLines = found.entries.filter(
    (entry) => entry.seq <= (folded.entries.at(-1)?.seq ?? log.at(-1)?.seq ?? 0),
  )
  return accept({
    meeting: folded.entries.reduce<Meeting>(apply, meeting),
    log: [...log, ...folded.entries],
    journal: {
      entries: goodLines,
      bytes:
        goodLines.length === found.entries.length
          ? found.bytes
          : Buffer.byteLength(goodLines.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
    },
    fileBytes: size,
    readOnly: faults.length > 0 || folded.readOnly || locked !== null,
    notice: notices.length === 0 ? null : notices.join(' '),
  })
}

/** A row of the library. */
export function summaryOf(meeting: Meeting): MeetingSummary {
  const { id, title, status, plannedStart, startedAt, timeZone } = meeting
  const openActions = meeting.actions.filter((action) => action.status === 'open').length
  return { id, title, status, plannedStart, startedAt, timeZone, openActions }
}

/** Newest first by start; drafts without a date on top. */
function byStart(a: MeetingSummary, b: MeetingSummary): number {
  const when = (meeting: MeetingSummary) =>
    Date.parse(meeting.startedAt ?? meeting.plannedStart ?? '') || Infinity
  const order = when(b) - when(a)
  return Number.isNaN(order) || order === 0 ? b.id.localeCompare(a.id) : order
}

/** Every meeting in the folder; `known` answers for those that are open already. */
export async function listMeetings(
  folder: string,
  quarantine: string,
  known: (id: string) => Meeting | null,
): Promise<Library> {
  const meetings: MeetingSummary[] = []
  const unreadable: { file: string; sentence: string }[] = []
  const files = (await readdir(folder)).filter((name) => name.endsWith(EXTENSION) && !name.startsWith('.'))
  for (const file of files) {
    const id = file.slice(0, -EXTENSION.length)
    const open = known(id)
    const found =
      open === null
        ? await readMeeting(folder, id, quarantine).catch((error: unknown) =>
            refuse('disk', sentenceFor(error, `${file} was not read`)),
          )
        : null
    if (open !== null) meetings.push(summaryOf(open))
    else if (found?.ok === true) meetings.push(summaryOf(found.value.meeting))
    else if (found?.ok === false) unreadable.push({ file, sentence: found.refusal.sentence })
  }
  return { meetings: meetings.toSorted(byStart), unreadable }
}
