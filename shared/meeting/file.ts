import { z } from 'zod'

import { accept, refuse, type Result } from '../result'
import { replay } from './apply'
import { logEntrySchema, type LogEntry } from './entries'
import { chainFaults, EMPTY_LOG, sha256Hex, type Sha256 } from './log'
import { readBackFaults } from './readBackFaults'
import { sameJson } from './sameJson'
import { MEETING_FORMAT, MEETING_VERSION, meetingSchema, type Meeting } from './schema'

/** A meeting file: format and version first, then the meeting, then the log it adds up from. */
export const meetingFileSchema = z.object({
  format: z.literal(MEETING_FORMAT),
  version: z.literal(MEETING_VERSION),
  ...meetingSchema.shape,
  log: z.array(logEntrySchema).min(1),
})
export type MeetingFile = Readonly<z.infer<typeof meetingFileSchema>>

const headSchema = z.object({ format: z.literal(MEETING_FORMAT), version: z.number().int().positive() })

/** A place in a file and what is wrong there, e.g. `{ path: 'log[3]', reason: '…' }`. */
export type Fault = { readonly path: string; readonly reason: string }

/**
 * What a well-shaped file holds. `faults` says where log and lists disagree: it was changed by hand.
 * `newer` is a sentence where a newer version wrote it, else null; there is no log then.
 */
export type OpenedMeeting = {
  readonly meeting: Meeting
  readonly log: readonly LogEntry[]
  readonly faults: readonly Fault[]
  readonly newer: string | null
}

/** A zod path as people read it: `log[3].body.item.text`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
  return text === '' ? 'the whole file' : text
}

/** Whether a form of a union was not meant at all: what says which form it is has another value. */
function isAnotherForm(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.some(
    ({ code, path }) => ['invalid_value', 'invalid_union'].includes(code) && path.at(-1) === 'type',
  )
}

/** What zod says of a union that has no words of its own for it. */
const UNTOLD = 'Invalid input'

/** The faults of the form that was meant, where something may have one of several. */
function innerIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.message !== UNTOLD) return [issue]
  const meant = issue.errors.find((form) => !isAnotherForm(form)) ?? issue.errors[0] ?? []
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** A reason in words of ours where zod has only its own for something that must not be empty. */
function reasonOf(issue: z.core.$ZodIssue): string {
  const empty = issue.code === 'too_small' && issue.minimum === 1 && issue.message.startsWith('Too small')
  return empty && ['array', 'string'].includes(issue.origin) ? 'it is empty' : issue.message
}

/** Every shape fault zod found, with its place. */
export function shapeFaults(error: z.ZodError): readonly Fault[] {
  return error.issues
    .flatMap(innerIssues)
    .map((issue) => ({ path: pathText(issue.path), reason: reasonOf(issue) }))
}

/** The sentence for a file of the wrong shape: its first fault and how many more there are. */
export function shapeRefusal(what: string, faults: readonly Fault[]): Result<never> {
  const [first] = faults
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  return refuse(
    'shape',
    `This is not a valid ${what}: ${first?.path ?? ''}: ${first?.reason ?? ''}${more}.`,
    first?.path,
  )
}

function listFaults(meeting: Meeting, log: readonly LogEntry[]): readonly Fault[] {
  if (log[0]?.body.type !== 'meeting.created') {
    return [{ path: 'log[0]', reason: 'the log does not begin with the creation of the meeting' }]
  }
  const proven = replay(log)
  const names = new Set([...Object.keys(meetingSchema.shape), ...Object.keys(meeting)])
  return ([...names] as (keyof Meeting)[])
    .filter((name) => !sameJson(meeting[name], proven?.[name] ?? null))
    .map((name) => ({ path: name, reason: 'it is not what the log adds up to' }))
}

/**
 * Where the log's chain breaks, which lists differ from what the log adds up to, and which sentences were not
 * read back as the log has them. All must be as they
 * were stored: every key counts, also one that no schema names.
 */
export function meetingFaults(
  meeting: Meeting,
  log: readonly LogEntry[],
  sha256Of: Sha256 = sha256Hex,
): readonly Fault[] {
  const chain = chainFaults(log, EMPTY_LOG, sha256Of).map(({ index, reason }) => ({
    path: `log[${index}]`,
    reason,
  }))
  const readBacks = readBackFaults({ decisions: meeting.decisions, log }, sha256Of)
  return [...chain, ...listFaults(meeting, log), ...readBacks]
}

/**
 * A file of a newer version, as far as this program understands it: to read, never to write. Its log is left
 * alone, because entries may mean what this program does not know.
 */
function openNewer(value: unknown, version: number): Result<OpenedMeeting> {
  const sentence = `This meeting was written by a newer Lectern (version ${version}; this one knows up to ${MEETING_VERSION}).`
  const known = meetingSchema.safeParse(value)
  if (!known.success) return refuse('newer', `${sentence} Update Lectern to open it.`, 'version')
  return accept({
    meeting: known.data,
    log: [],
    faults: [],
    newer: `${sentence} It is open for reading only.`,
  })
}

/**
 * Reads the content of a meeting file. Refuses another format (`format`), a newer version it cannot make
 * sense of (`newer`) and a wrong shape (`shape`); a file that is well shaped but does not add up is opened with its faults named.
 * What is opened is the content as it was stored, with the keys that no schema names.
 */
export function openMeetingFile(value: unknown, sha256Of: Sha256 = sha256Hex): Result<OpenedMeeting> {
  const head = headSchema.safeParse(value)
  if (!head.success) {
    return refuse(
      'format',
      `This is not a Lectern meeting: it does not begin with "format": "${MEETING_FORMAT}" and a version.`,
      'format',
    )
  }
  if (head.data.version > MEETING_VERSION) return openNewer(value, head.data.version)
  const file = meetingFileSchema.safeParse(value)
  if (!file.success) return shapeRefusal('meeting', shapeFaults(file.error))
  const { format: _format, version: _version, log, ...meeting } = value as MeetingFile
  return accept({ meeting, log, faults: meetingFaults(meeting, log, sha256Of), newer: null })
}

/** The content of a meeting file in the order people read it in. */
export function toMeetingFile(meeting: Meeting, log: readonly LogEntry[]): MeetingFile {
  return { format: MEETING_FORMAT, version: MEETING_VERSION, ...meeting, log: [...log] }
}
