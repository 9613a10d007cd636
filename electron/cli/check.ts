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
import { sentenceFor } from '../store/durableFile'
import { readJsonFile } from '../store/jsonFile'
import { done, failed, type Outcome } from './outcome'
import { readJournalBeside } from './readMeeting'

/** What was found: a sentence when all is well, else the faults. */
type Finding = { readonly sound: string; readonly faults: readonly Fault[]; readonly warning: string | null }

const headSchema = z.object({ format: z.string(), version: z.number().int().positive() })

function faulty(faults: readonly Fault[]): Finding {
  return { sound: '', faults, warning: null }
}

async function checkMeeting(path: string, value: unknown): Promise<Finding> {
  const file = meetingFileSchema.safeParse(value)
  if (!file.success) return faulty(shapeFaults(file.error))
  const { format: _format, version: _version, log, ...meeting } = value as MeetingFile
  const journal = await readJournalBeside(path, log)
  const waiting = journal.entries.length === 0 ? '' : `, and ${journal.entries.length} more in its journal`
  return {
    sound: `is a sound meeting: its lists are what its ${log.length} log entries add up to${waiting}.`,
    faults: [...meetingFaults(meeting, log), ...journal.faults],
    warning: journal.warning,
  }
}

function checkPlaybook(value: unknown): Finding {
  const playbook = playbookSchema.safeParse(value)
  return playbook.success
    ? { sound: `is a sound playbook: “${playbook.data.title}”.`, faults: [], warning: null }
    : faulty(shapeFaults(playbook.error))
}

function newer(version: number, known: number): readonly Fault[] {
  const reason = `is ${version}, written by a newer Lectern; this one knows up to ${known}`
  return version > known ? [{ path: 'version', reason }] : []
}

async function examine(path: string, value: unknown): Promise<Finding> {
  const head = headSchema.safeParse(value)
  if (!head.success) return faulty(shapeFaults(head.error))
  const { format, version } = head.data
  const known = { [MEETING_FORMAT]: MEETING_VERSION, [PLAYBOOK_FORMAT]: PLAYBOOK_VERSION }[format]
  if (known === undefined) {
    return faulty([
      { path: 'format', reason: `is "${format}", neither "${MEETING_FORMAT}" nor "${PLAYBOOK_FORMAT}"` },
    ])
  }
  const tooNew = newer(version, known)
  if (tooNew.length > 0) return faulty(tooNew)
  return format === MEETING_FORMAT ? checkMeeting(path, value) : checkPlaybook(value)
}

/** Validates a meeting with its journal, or a playbook. Says path and reason of every fault, one a line. */
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
