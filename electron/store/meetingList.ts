import { readdir, stat } from 'node:fs/promises'

import type { Library, MeetingSummary } from '../../shared/ipc'
import type { Meeting } from '../../shared/meeting/schema'
import { sentenceFor } from './durableFile'
import { EXTENSION, JOURNAL, meetingPaths, readMeeting } from './meetingFolder'

type Unreadable = Library['unreadable'][number]
type Row = { readonly summary: MeetingSummary } | { readonly unreadable: Unreadable }

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

/** What changes with any change of a file: another file, its length, a write, its rights. Empty where there is none. */
async function stampOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found === null ? '' : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ')
}

/** The meetings of a folder. A file that was read once is read again only when it has changed. */
export class MeetingList {
  readonly #folder: string
  readonly #quarantine: string
  readonly #rows = new Map<string, { readonly stamp: string; readonly row: Row }>()

  constructor(folder: string, quarantine: string) {
    this.#folder = folder
    this.#quarantine = quarantine
  }

  /** Every meeting; `known` answers for those that are open already. A journal without its file is named. */
  async read(known: (id: string) => Meeting | null): Promise<Library> {
    const names = (await readdir(this.#folder)).filter((name) => !name.startsWith('.'))
    const files = names.filter((name) => name.endsWith(EXTENSION))
    const meetings: MeetingSummary[] = []
    const unreadable = names
      .filter(
        (name) => name.endsWith(JOURNAL) && !files.includes(`${name.slice(0, -JOURNAL.length)}${EXTENSION}`),
      )
      .map((file): Unreadable => ({
        file,
        sentence: 'This journal holds entries of a meeting whose file is no longer there.',
      }))
    for (const file of files) {
      const id = file.slice(0, -EXTENSION.length)
      const open = known(id)
      const row = open === null ? await this.#row(id, file) : { summary: summaryOf(open) }
      if ('summary' in row) meetings.push(row.summary)
      else unreadable.push(row.unreadable)
    }
    return { meetings: meetings.toSorted(byStart), unreadable }
  }

  async #row(id: string, file: string): Promise<Row> {
    const paths = meetingPaths(this.#folder, id)
    const stamp = (await Promise.all([stampOf(paths.file), stampOf(paths.journal)])).join(', ')
    const known = this.#rows.get(id)
    if (known?.stamp === stamp) return known.row
    const found = await readMeeting(this.#folder, id, this.#quarantine).catch((error: unknown) =>
      sentenceFor(error, `${file} was not read`),
    )
    if (typeof found === 'string') return { unreadable: { file, sentence: found } }
    const row: Row = found.ok
      ? { summary: summaryOf(found.value.meeting) }
      : { unreadable: { file, sentence: found.refusal.sentence } }
    this.#rows.set(id, { stamp, row })
    return row
  }
}
