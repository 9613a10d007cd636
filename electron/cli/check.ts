import { z } from 'zod'

import {
  meetingFaults,
  meetingFileSchema,
  shapeFaults,
  type Fault,
  type MeetingFile,
} from '../../shared/meeting/file'
import { MEETING_FORMAT, MEETING_VERSION } from '../../shared/meeting/schema'
import { PLAYBOOK_FORMAT, PLAYBOOK_VERSION, playbookSchema } from '../../shared/playbook/schema'
import { openRecordFile } from '../../shared/record/file'
import { fixedRevisions, revisionFaults } from '../../shared/record/revisions'
import { RECORD_FORMAT, RECORD_VERSION, recordFileSchema, type RecordFile } from '../../shared/record/schema'
import { count } from '../../shared/record/words'
import { rehearsalFaults } from '../../shared/rehearsal/faults'
import { REHEARSALS_FORMAT, REHEARSALS_VERSION, rehearsalsFileSchema } from '../../shared/rehearsal/schema'
import { sentenceFor } from '../store/durableFile'
import { readJsonFile } from '../store/jsonFile'
import { done, failed, type Outcome } from './outcome'
import { readJournalBeside } from './readMeeting'

/** What was found: a sentence when all is well, else the faults. */
type Finding = { readonly sound: string; readonly faults: readonly Fault[]; readonly warning: string | null }

/** The formats that can be checked, and the newest version of each that is known here. */
const VERSIONS: ReadonlyMap<string, number> = new Map([
  [MEETING_FORMAT, MEETING_VERSION],
  [PLAYBOOK_FORMAT, PLAYBOOK_VERSION],
  [RECORD_FORMAT, RECORD_VERSION],
  [REHEARSALS_FORMAT, REHEARSALS_VERSION],
])

const headSchema = z.object({ format: z.string(), version: z.number().int().positive() })

function faulty(faults: readonly Fault[]): Finding {
  return { sound: '', faults, warning: null }
}

/** Which revisions are not the record that their log gives. */
function recordFaults(log: MeetingFile['log']): readonly Fault[] {
  return revisionFaults(fixedRevisions(log)).map(({ index, reason }) => {
    return { path: `revisions[${index}]`, reason }
  })
}

async function checkMeeting(path: string, value: unknown): Promise<Finding> {
  const file = meetingFileSchema.safeParse(value)
  if (!file.success) return faulty(shapeFaults(file.error))
  const { format: _format, version: _version, log, ...meeting } = value as MeetingFile
  const journal = await readJournalBeside(path, log)
  const waiting = journal.entries.length === 0 ? '' : `, and ${journal.entries.length} more in its journal`
  return {
    sound: `is a sound meeting: its lists are what its ${log.length} log entries add up to${waiting}.`,
    faults: [...meetingFaults(meeting, log), ...recordFaults(log), ...journal.faults],
    warning: journal.warning,
  }
}

function checkPlaybook(value: unknown): Finding {
  const playbook = playbookSchema.safeParse(value)
  return playbook.success
    ? { sound: `is a sound playbook: “${playbook.data.title}”.`, faults: [], warning: null }
    : faulty(shapeFaults(playbook.error))
}

function soundRecord({ record, fingerprint, signOffs }: RecordFile): string {
  const { revision, meeting, log } = record
  const what = `of “${meeting.title}” whose ${log.length} log entries hold together`
  return revision === null || fingerprint === null
    ? `is a sound record, a draft ${what}. It has no fingerprint.`
    : `is a sound record, revision ${revision.number} ${what}. Fingerprint ${fingerprint}, ${count(signOffs.length, 'sign-off')}.`
}

function checkRecord(value: unknown): Finding {
  const shape = recordFileSchema.safeParse(value)
  if (!shape.success) return faulty(shapeFaults(shape.error))
  const opened = openRecordFile(value)
  if (!opened.ok) return faulty([{ path: opened.refusal.path ?? 'format', reason: opened.refusal.sentence }])
  const { file, faults } = opened.value
  return { sound: soundRecord(file), faults, warning: null }
}

function checkRehearsals(value: unknown): Finding {
  const file = rehearsalsFileSchema.safeParse(value)
  if (!file.success) return faulty(shapeFaults(file.error))
  const { meeting, runs } = file.data
  return {
    sound: `is a sound file of rehearsals: ${count(runs.length, 'run')} of the meeting ${meeting}.`,
    faults: rehearsalFaults(file.data),
    warning: null,
  }
}

function newer(version: number, known: number): readonly Fault[] {
  const reason = `is ${version}, written by a newer Lectern; this one knows up to ${known}`
  return version > known ? [{ path: 'version', reason }] : []
}

async function examine(path: string, value: unknown): Promise<Finding> {
  const head = headSchema.safeParse(value)
  if (!head.success) return faulty(shapeFaults(head.error))
  const { format, version } = head.data
  const known = VERSIONS.get(format)
  if (known === undefined) {
    const formats = [...VERSIONS.keys()].map((each) => `"${each}"`).join(', ')
    return faulty([{ path: 'format', reason: `is "${format}", none of ${formats}` }])
  }
  const tooNew = newer(version, known)
  if (tooNew.length > 0) return faulty(tooNew)
  switch (format) {
    case RECORD_FORMAT:
      return checkRecord(value)
    case REHEARSALS_FORMAT:
      return checkRehearsals(value)
    case MEETING_FORMAT:
      return checkMeeting(path, value)
    default:
      return checkPlaybook(value)
  }
}

/** Validates a meeting with its journal, a playbook, a record or a file of rehearsals. Says path and reason of every fault, one a line. */
export async function check(path: string): Promise<Outcome> {
  const content = await readJsonFile(path)
  if (!content.ok) return failed(`${path}: ${content.refusal.sentence}`)
  try {
    const { sound, faults, warning } = await examine(path, content.value)
    const lines = faults.map((fault) => `${path}: ${fault.path}: ${fault.reason}`)
    return lines.length === 0 ? done(`${path} ${sound}`, warning === null ? [] : [warning]) : failed(...lines)
  } catch (error) {
    return failed(`${path}: ${sentenceFor(error, 'the journal of this meeting was not read')}`)
  }
}
