import { replay } from '../../shared/meeting/apply'
import { conflictsIn } from '../../shared/meeting/conflicts'
import { isSaid, type LogEntry } from '../../shared/meeting/entries'
import { toMeetingFile } from '../../shared/meeting/file'
import { mergeLogs } from '../../shared/meeting/merge'
import { count } from '../../shared/record/words'
import { fileNumber, sentenceFor } from '../store/durableFile'
import { sha256Here } from '../store/sha256'
import { durableJson } from '../store/snapshot'
import { done, failed, type Outcome } from './outcome'
import { journalPath, readMeetingFile } from './readMeeting'

/** Why nothing may be written to `out`, or null. A journal beside it would be taken for a part of it. */
async function unwritable(out: string, inputs: readonly string[]): Promise<string | null> {
  const target = await fileNumber(out)
  const sources = await Promise.all(inputs.flatMap((path) => [path, journalPath(path)]).map(fileNumber))
  if (target !== null && sources.includes(target)) return 'The outcome would replace a file it is made from.'
  return (await fileNumber(journalPath(out))) === null
    ? null
    : 'Beside it lies the journal of another meeting; choose another name.'
}

function newIn(log: readonly LogEntry[], other: readonly LogEntry[]): number {
  const known = new Set(other.map(({ hash }) => hash))
  return log.filter((entry) => isSaid(entry) && !known.has(entry.hash)).length
}

/**
 * Joins two copies of one meeting, each with the journal beside it, into a third file. Writes nothing else, and
 * that only whole and when all went well.
 */
export async function merge(first: string, second: string, out: string): Promise<Outcome> {
  const [a, b] = [await readMeetingFile(first), await readMeetingFile(second)]
  if (!a.ok) return failed(`${first}: ${a.refusal.sentence}`)
  if (!b.ok) return failed(`${second}: ${b.refusal.sentence}`)
  const no = await unwritable(out, [first, second])
  if (no !== null) return failed(`${out}: ${no}`)
  const log = mergeLogs(a.value.log, b.value.log, sha256Here)
  if (!log.ok) return failed(`${first} and ${second}: ${log.refusal.sentence}`)
  const meeting = replay(log.value)
  if (meeting === null) return failed(`${first}: There is no entry in it.`)
  try {
    await durableJson(out).write(toMeetingFile(meeting, log.value))
  } catch (error) {
    return failed(`${out}: ${sentenceFor(error, 'the joined meeting was not written')}`)
  }
  const open = conflictsIn(meeting, log.value).length
  const left = open === 0 ? '' : ` ${count(open, 'difference')} to settle in the app.`
  const [fromFirst, fromSecond] = [newIn(a.value.log, b.value.log), newIn(b.value.log, a.value.log)]
  return done(
    `Wrote the joined meeting: ${out} (${count(fromFirst, 'entry', 'entries')} only in the first copy, ${fromSecond} only in the second).${left}`,
    [a.value.warning, b.value.warning].filter((warning) => warning !== null),
  )
}
