import { isSaid, type LogEntry } from '../meeting/entries'
import type { Meeting } from '../meeting/schema'
import { broughtAbout, leftBy } from '../meeting/subjects'

/** Why the text of a captured entry is not told: it was taken back, removed, or left out by choice. */
export type Hidden = 'later taken back' | 'later removed' | 'left out of this record'

/**
 * What telling a log needs: the meeting it adds up to, the text of every captured entry as it stands in the
 * end, and which entries are hidden.
 */
export type LogContext = {
  readonly meeting: Meeting
  readonly texts: ReadonlyMap<string, string>
  readonly hidden: ReadonlyMap<string, Hidden>
}

/** The text of every captured entry that is there, by its id. */
function textsIn({
  objections,
  decisions,
  actions,
  parkingLot,
  notes,
}: Meeting): ReadonlyMap<string, string> {
  const items = [
    ...objections.filter(({ at }) => at !== null),
    ...decisions,
    ...actions,
    ...parkingLot,
    ...notes,
  ]
  return new Map(items.map(({ id, text }) => [id, text]))
}

/** Why entries of a log are hidden: those taken back or removed for good, and those in `leftOut`. */
function hiddenIn(
  log: readonly LogEntry[],
  leftOut: readonly string[],
  there: ReadonlyMap<string, string>,
): ReadonlyMap<string, Hidden> {
  const hidden = new Map<string, Hidden>(leftOut.map((id) => [id, 'left out of this record']))
  for (const { body } of log.filter(isSaid)) {
    const told = broughtAbout(body)
    if (told.type !== 'captured.removed') continue
    const { id } = told.captured.item
    if (!there.has(id)) hidden.set(id, body.type === 'change.undone' ? 'later taken back' : 'later removed')
  }
  return hidden
}

/** What a log is told with; `meeting` is what it adds up to. */
export function logContext(
  meeting: Meeting,
  log: readonly LogEntry[],
  leftOut: readonly string[] = [],
): LogContext {
  const texts = log.filter(isSaid).flatMap(({ body }): readonly (readonly [string, string])[] => {
    const captured = leftBy(body)
    return captured === null ? [] : [[captured.item.id, captured.item.text]]
  })
  const there = textsIn(meeting)
  return { meeting, texts: new Map([...texts, ...there]), hidden: hiddenIn(log, leftOut, there) }
}
