import { bodySchema, isSaid, type Body, type LogEntry } from '../meeting/entries'
import { canonicalJson, digestOf } from '../meeting/log'
import type { Meeting } from '../meeting/schema'
import { broughtAbout, subjectsOf } from '../meeting/subjects'
import { logContext, type LogContext } from './logContext'
import { wordsOf } from './logWords'
import type { RecordLogEntry } from './schema'

/**
 * The kinds of entries whose bodies a record may hold, because it prints all the text in them. Every other
 * kind comes as its digest: facts, people with their addresses, script, prepared objections and answers,
 * settings, and the marks that people left on earlier revisions.
 */
const PRINTED: ReadonlySet<Body['type']> = new Set([
  'meeting.detailsSet',
  'meeting.started',
  'meeting.paused',
  'meeting.resumed',
  'meeting.ended',
  'meeting.reopened',
  'plan.dated',
  'plan.hoursSet',
  'attendee.moved',
  'attendee.arrived',
  'attendee.left',
  'attendee.presenceSet',
  'task.added',
  'task.edited',
  'task.removed',
  'task.moved',
  'note.captured',
  'objection.raised',
  'decision.captured',
  'action.captured',
  'parking.captured',
  'captured.edited',
  'captured.removed',
  'captured.restored',
  'captured.moved',
  'entries.linked',
  'entries.unlinked',
  'objection.statusSet',
  'action.statusSet',
  'decision.detailed',
  'readBack.shown',
  'readBack.closed',
  'checklist.set',
  'followUp.set',
  'record.finalised',
  'record.reopened',
  'record.signed',
])

/** Whether the record prints the whole of a follow-up: only the one that stands, and none before it. */
function isStanding(body: Extract<Body, { type: 'followUp.set' }>, { meeting }: LogContext): boolean {
  return body.was === null && canonicalJson(body.followUp) === canonicalJson(meeting.followUp)
}

/** The prepared objections that a body takes what was raised for. */
function takenFor(body: Body): readonly (string | null)[] {
  if (body.type === 'objection.raised') return [body.item.prepared]
  if (!('captured' in body)) return []
  const both = body.type === 'captured.edited' ? [body.captured, body.was] : [body.captured]
  return both.flatMap((each) => (each.type === 'objection.raised' ? [each.item.prepared] : []))
}

/** A body that holds what this program does not know may hold something private. */
function isKnown(body: Body): boolean {
  const known = bodySchema.safeParse(body)
  return known.success && canonicalJson(known.data) === canonicalJson(body)
}

/**
 * The captured entries told by digests alone: some entry speaks of them in a way this program does not know, or
 * takes them for a prepared objection they turned out not to be. That one was expected is private for as long
 * as nobody raises it.
 */
function toldByDigests(log: readonly LogEntry[], { objections }: Meeting): ReadonlySet<string> {
  const standing = new Map(objections.map(({ id, prepared }) => [id, prepared]))
  const isOther = (body: Body) =>
    takenFor(broughtAbout(body)).some(
      (each) => each !== null && subjectsOf(body).some((id) => each !== standing.get(id)),
    )
  const told = log.filter(isSaid).filter(({ body }) => !isKnown(body) || isOther(body))
  return new Set(told.flatMap(({ body }) => subjectsOf(body)))
}

/** An undo or a redo may be read where the change that it made may be. */
function mayBeRead(body: Body, context: LogContext, digests: ReadonlySet<string>): boolean {
  const told = broughtAbout(body)
  if (!PRINTED.has(told.type)) return false
  const subjects = subjectsOf(body)
  if (subjects.length > 0) return subjects.every((id) => !context.hidden.has(id) && !digests.has(id))
  return (told.type !== 'followUp.set' || isStanding(told, context)) && isKnown(body)
}

/**
 * The log as a record holds it: from the start of the meeting on, each entry in words, with its salt and body
 * where the record prints all of it, else with the digest alone. `meeting` is what the log adds up to.
 */
export function publicLog(
  meeting: Meeting,
  log: readonly LogEntry[],
  leftOut: readonly string[],
): RecordLogEntry[] {
  const start = log.findIndex(({ body }) => body.type === 'meeting.started')
  if (start < 0) return []
  const context = logContext(meeting, log, leftOut)
  const told = log.slice(start)
  const digests = toldByDigests(told, meeting)
  return told.map((entry) => {
    const { id, v, prev, hash, salt } = entry
    const link = { id, v, prev: [...prev], hash }
    if (!isSaid(entry)) return { ...link, what: wordsOf(entry.body, context), salt, body: entry.body }
    const { at, by, body } = entry
    const head = { ...link, at, by: { name: by.name, device: by.device } }
    const what = wordsOf(body, context)
    return mayBeRead(body, context, digests)
      ? { ...head, what, salt, body }
      : { ...head, what, digest: digestOf(salt, body) }
  })
}
