import { fold } from '../../shared/meeting/apply'
import { openMeetingFile, type Fault, type OpenedMeeting } from '../../shared/meeting/file'
import { chainFaults } from '../../shared/meeting/log'
import type { LogEntry } from '../../shared/meeting/entries'
import type { Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { sentenceFor } from '../store/durableFile'
import { notHeldIn, readJournal } from '../store/journal'
import { readJsonFile } from '../store/jsonFile'

/** A meeting with its journal folded in. `warning` is a sentence about a line that was never finished, or null. */
export type FoldedMeeting = {
  readonly meeting: Meeting
  readonly log: readonly LogEntry[]
  readonly warning: string | null
}

/** A journal's entries that the file does not hold yet, and what is wrong with it. */
export type FoundJournal = {
  readonly entries: readonly LogEntry[]
  readonly faults: readonly Fault[]
  readonly warning: string | null
}

/** Where the journal of a meeting's file lies: beside it, `.journal` in place of `.json`. */
export function journalPath(file: string): string {
  return `${file.replace(/\.json$/i, '')}.journal`
}

/**
 * Reads the journal beside a meeting's file, and never writes to it. A last line that was cut off is left
 * out with a warning; entries the file holds already are skipped. Throws the system's error.
 */
export async function readJournalBeside(file: string, log: readonly LogEntry[]): Promise<FoundJournal> {
  const path = journalPath(file)
  const found = await readJournal(path)
  const last = log.at(-1)
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? null }
  const entries = notHeldIn(log, found.entries)
  const skipped = found.entries.length - entries.length
  const chain = chainFaults(entries, head).map(({ index, reason }) => ({
    path: `${path}, line ${skipped + index + 1}`,
    reason,
  }))
  const damage =
    found.damage === null
      ? []
      : [{ path: `${path}, line ${found.damage.line}`, reason: 'it is not a log entry' }]
  const warning = found.torn ? `The last line of ${path} was never finished; it is left out.` : null
  return { entries, faults: [...chain, ...damage], warning }
}

function firstFault(faults: readonly Fault[], what: string): Result<never> | null {
  const [first] = faults
  if (first === undefined) return null
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  return refuse('faults', `${what}: ${first.path}: ${first.reason}${more}.`, first.path)
}

async function folded(file: string, opened: OpenedMeeting): Promise<Result<FoldedMeeting>> {
  const { meeting, log, faults, newer } = opened
  if (newer !== null) return refuse('newer', newer, 'version')
  const changed = firstFault(faults, 'This file was changed outside Lectern')
  if (changed !== null) return changed
  const journal = await readJournalBeside(file, log)
  const damaged = firstFault(journal.faults, 'The journal of this meeting is damaged')
  if (damaged !== null) return damaged
  return accept({
    meeting: fold(meeting, journal.entries),
    log: [...log, ...journal.entries],
    warning: journal.warning,
  })
}

/**
 * Reads a meeting's file and folds in the journal beside it, without writing to either. Refuses, with one
 * sentence, what cannot be read, what does not add up, and a damaged journal.
 */
export async function readMeetingFile(file: string): Promise<Result<FoldedMeeting>> {
  const content = await readJsonFile(file)
  if (!content.ok) return content
  const opened = openMeetingFile(content.value)
  if (!opened.ok) return opened
  try {
    return await folded(file, opened.value)
  } catch (error) {
    return refuse('disk', sentenceFor(error, 'the journal of this meeting was not read'))
  }
}
