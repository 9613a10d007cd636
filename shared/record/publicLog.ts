import { bodySchema, isSaid, type Body, type LogEntry } from '../meeting/entries'
import { canonicalJson, digestOf } from '../meeting/log'
import { isCaptured } from '../meeting/lists'
import type { Meeting } from '../meeting/schema'
import { logContext, wordsOf, type LogContext } from './logWords'
import type { RecordLogEntry } from './schema'

/** The id of the captured entry that an entry speaks of, or null. */
function captureSpokenOf(body: Body): string | null {
  if (isCaptured(body)) return body.item.id
  if ('captured' in body) return body.captured.item.id
  if (body.type === 'objection.statusSet' || body.type === 'objection.matched') return body.objection
  if (body.type === 'action.statusSet') return body.action
  return 'decision' in body ? body.decision : null
}

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
  if (body.type !== 'captured.edited') return []
  return [body.captured, body.was].flatMap((each) =>
    each.type === 'objection.raised' ? [each.item.prepared] : [],
  )
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
function toldByDigests(log: readonly LogEntry[], { objections }: Meeting): ReadonlySet<string | null> {
  const standing = new Map(objections.map(({ id, prepared }) => [id, prepared]))
  const isOther = (body: Body) =>
    takenFor(body).some((each) => each !== null && each !== standing.get(captureSpokenOf(body) ?? ''))
  const told = log.filter(isSaid).filter(({ body }) => !isKnown(body) || isOther(body))
  return new Set(told.map(({ body }) => captureSpokenOf(body)))
}

function mayBeRead(body: Body, context: LogContext, digests: ReadonlySet<string | null>): boolean {
  if (!PRINTED.has(body.type)) return false
  const spokenOf = captureSpokenOf(body)
  if (spokenOf !== null) return !context.hidden.has(spokenOf) && !digests.has(spokenOf)
  return (body.type !== 'followUp.set' || isStanding(body, context)) && isKnown(body)
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
