import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { FileFilter } from 'electron'

import { toZone } from '../shared/capture/due'
import type { ChannelInput } from '../shared/ipc'
import type { ExportForm } from '../shared/ipcRecord'
import type { LogEntry } from '../shared/meeting/entries'
import { toMeetingFile } from '../shared/meeting/file'
import type { Meeting } from '../shared/meeting/schema'
import { withActionsNow } from '../shared/record/actionsNow'
import { actionsCsv } from './record/csv'
import { draftFile, revisionFile } from '../shared/record/file'
import { recordIcs } from '../shared/record/ics'
import { recordMarkdown } from '../shared/record/markdown'
import { recordJson } from '../shared/record/recordJson'
import type { RecordFile } from '../shared/record/schema'
import type { Paper } from '../shared/record/signatureFields'
import { accept, refuse, type Result } from '../shared/result'
import type { Parts } from './parts'
import { renderInWorker } from './record/renderInWorker'
import { signedRecord } from './store/dataDir'
import { sentenceFor, writeDurably } from './store/durableFile'
import { askToConfirm, askWhereToSave } from './system/dialogs'
import { fileName } from './system/fileName'

/** A PDF with a sentence for each thing that could not be printed as typed. */
type Made = { readonly bytes: Uint8Array; readonly warnings: readonly string[] }
type Wanted = ChannelInput<'record:export'>
type Found = { readonly meeting: Meeting; readonly log: readonly LogEntry[] }

/** Where it is saved to; null when nobody chose a place. */
type Saved = Result<{ path: string | null }>

const making = new Set<AbortController>()

/** Stops whatever is being made of a record just now; who asked for it gets the refusal `cancelled`. */
export function cancelRecord(): Result<null> {
  for (const each of making) each.abort()
  return accept(null)
}

/** A font that cannot be read is the disk's fault; anything else is not for people to mend. */
function renderSentence(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? sentenceFor(error, 'the record was not made')
    : 'The PDF of this record could not be made. The Markdown and JSON forms hold the same.'
}

/**
 * Makes the PDF of a record in a thread of its own, and tells the Desk how far it is. Refuses with `cancelled`
 * when `cancelRecord` stopped it, and with `render` when it cannot be made.
 */
export async function renderRecord(parts: Parts, file: RecordFile, paper: Paper): Promise<Result<Made>> {
  const controller = new AbortController()
  const { signal } = controller
  making.add(controller)
  const madeAt = toZone(new Date().toISOString(), file.record.meeting.timeZone)
  const input = { file, madeAt, paper, resources: parts.resources }
  const onProgress = (share: number) => parts.tell('record:progress', { share })
  try {
    return accept(await renderInWorker(input, join(parts.bundle, 'pdfWorker.cjs'), { signal, onProgress }))
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', 'Making the record was cancelled; nothing was saved.')
    return refuse('render', renderSentence(error))
  } finally {
    making.delete(controller)
  }
}

/** The record that is asked for: a revision, or how the meeting stands now. */
export function recordFileOf({ meeting, log }: Found, revision: number | null): Result<RecordFile> {
  return revision === null ? accept(draftFile(meeting, log)) : revisionFile(meeting, log, revision)
}

/** The signed copy of a revision, or null while nobody has signed it here. Throws the system's error. */
async function signedCopy(
  parts: Parts,
  meeting: string,
  revision: number | null,
): Promise<Uint8Array | null> {
  if (revision === null) return null
  try {
    return await readFile(signedRecord(parts.dataDir.records, meeting, revision))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The PDF of a record: its signed copy where there is one. */
async function pdfOf(parts: Parts, found: Found, wanted: Omit<Wanted, 'form'>): Promise<Result<Made>> {
  const { revision, paper } = wanted
  try {
    const signed = await signedCopy(parts, found.meeting.id, revision)
    if (signed !== null) return accept({ bytes: signed, warnings: [] })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the signed copy of this record was not read'))
  }
  const file = recordFileOf(found, revision)
  return file.ok ? renderRecord(parts, file.value, paper) : file
}

/** The record's PDF, rendered off the main thread, to look at. */
export async function previewRecord(
  parts: Parts,
  wanted: ChannelInput<'record:preview'>,
): Promise<Result<{ pdf: Uint8Array<ArrayBuffer>; warnings: string[] }>> {
  const found = await parts.store.read(wanted.meeting)
  if (!found.ok) return found
  const made = await pdfOf(parts, found.value, wanted)
  if (!made.ok) return made
  return accept({ pdf: new Uint8Array(made.value.bytes), warnings: [...made.value.warnings] })
}

type FormWords = { readonly title: string; readonly name: string; readonly filter: FileFilter }

const FORMS: Readonly<Record<ExportForm, FormWords>> = {
  pdf: {
    title: 'Export the decision record',
    name: 'decision record.pdf',
    filter: { name: 'PDF', extensions: ['pdf'] },
  },
  markdown: {
    title: 'Export the decision record as text',
    name: 'decision record.md',
    filter: { name: 'Markdown', extensions: ['md'] },
  },
  csv: {
    title: 'Export the actions as a table',
    name: 'actions.csv',
    filter: { name: 'CSV', extensions: ['csv'] },
  },
  ics: {
    title: 'Export follow-up and due actions for a calendar',
    name: 'follow-up and actions.ics',
    filter: { name: 'Calendar', extensions: ['ics'] },
  },
  json: {
    title: 'Export the decision record as data',
    name: 'decision record.json',
    filter: { name: 'JSON', extensions: ['json'] },
  },
  meeting: {
    title: 'Export the whole meeting, with everything private in it',
    name: 'whole meeting, private.json',
    filter: { name: 'JSON', extensions: ['json'] },
  },
}

const PRIVATE = {
  message: 'Export the whole meeting, with everything private in it?',
  detail:
    'The file will hold the script, tips, all prepared responses, sources and e-mail addresses. Give it only to people who may read all of that. To share what was decided, export the record instead.',
  yes: 'Export everything',
}

/** What a form of a record holds, as text; the PDF is made otherwise. */
function textOf(found: Found, { form, revision }: Wanted): Result<string> {
  const { meeting, log } = found
  if (form === 'meeting') return accept(`${JSON.stringify(toMeetingFile(meeting, log), null, 2)}\n`)
  const file = recordFileOf(found, revision)
  if (!file.ok) return file
  switch (form) {
    case 'markdown':
      return accept(recordMarkdown(file.value, toZone(new Date().toISOString(), meeting.timeZone)))
    case 'csv':
      return actionsCsv(withActionsNow(file.value.record, meeting))
    case 'ics':
      return recordIcs(withActionsNow(file.value.record, meeting), new Date().toISOString())
    case 'json':
    case 'pdf':
      return accept(recordJson(file.value))
  }
}

function suggestedName({ meeting }: Found, { form, revision }: Wanted): string {
  const numbered = revision !== null && form !== 'meeting' ? `r${revision}, ` : ''
  return fileName(meeting.title, `${numbered}${FORMS[form].name}`)
}

async function write(path: string, content: string | Uint8Array): Promise<Saved> {
  try {
    await writeDurably(path, content)
    return accept({ path })
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the export was not saved'))
  }
}

/**
 * Asks where to and saves one form of a record. The whole meeting goes out only after somebody confirmed that
 * it holds what is private. `path` is null when nobody chose one; no half file is left behind.
 */
export async function exportRecord(parts: Parts, wanted: Wanted): Promise<Saved> {
  const found = await parts.store.read(wanted.meeting)
  if (!found.ok) return found
  const { form } = wanted
  const text = form === 'pdf' ? null : textOf(found.value, wanted)
  if (text !== null && !text.ok) return text
  const desk = parts.windows.get('desk')
  if (form === 'meeting' && !(await askToConfirm(desk, PRIVATE))) return accept({ path: null })
  const { title, filter } = FORMS[form]
  const path = await askWhereToSave(desk, title, suggestedName(found.value, wanted), [filter])
  if (path === null) return accept({ path: null })
  if (text !== null) return write(path, text.value)
  const made = await pdfOf(parts, found.value, wanted)
  return made.ok ? write(path, made.value.bytes) : made
}
