import { formatMoment } from '../capture/due'
import type { Body, Captured, LogEntry } from '../meeting/entries'
import type { Meeting } from '../meeting/schema'
import { formatEstimate } from '../plan/estimate'
import { clipped } from './words'

/** One line of the record's log: the moment, who wrote it, and what happened in words. */
export type LogLine = { readonly at: string; readonly who: string; readonly what: string }

const LONGEST_QUOTE = 100

function quoted(text: string): string {
  return `“${clipped(text.trim().replace(/\s+/g, ' '), LONGEST_QUOTE)}”`
}

function nounOf(captured: Captured): string {
  switch (captured.type) {
    case 'note.captured':
      return 'note'
    case 'objection.raised':
      return captured.item.kind
    case 'decision.captured':
      return 'decision'
    case 'action.captured':
      return 'action'
    case 'parking.captured':
      return 'parking-lot item'
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The items that still stand, by their ids, so that a later entry about one can be told in words. */
function itemTexts(log: readonly LogEntry[], undone: ReadonlySet<string>): ReadonlyMap<string, string> {
  const items = log.flatMap(({ body }) => ('item' in body && !undone.has(body.item.id) ? [body.item] : []))
  return new Map(items.map(({ id, text }) => [id, text]))
}

type Context = {
  readonly meeting: Meeting
  readonly texts: ReadonlyMap<string, string>
  readonly undone: ReadonlySet<string>
}

function detailsWords(body: Extract<Body, { type: 'meeting.detailsSet' }>): string {
  const { details, was } = body
  const changes = [
    details.title === was.title ? [] : [`title: ${quoted(details.title)}`],
    details.place === was.place ? [] : [`place: ${details.place === '' ? 'none' : quoted(details.place)}`],
    details.timeZone === was.timeZone ? [] : [`time zone: ${details.timeZone}`],
    details.plannedStart === was.plannedStart ? [] : ['planned start'],
  ].flat()
  return `Details changed (${changes.join(', ')})`
}

function dateWords(body: Extract<Body, { type: 'plan.dated' }>, timeZone: string): string {
  const names = { start: 'Start of the plan', originalDate: 'Original date', override: 'New date' }
  return `${names[body.date]} set to ${body.to === null ? 'none' : formatMoment(body.to, timeZone)}`
}

function planWords(body: Extract<Body, { type: 'plan.estimated' }>, meeting: Meeting): string {
  const task = meeting.plan.tasks.find(({ id }) => id === body.task)?.text ?? body.task
  return `Estimate of ${quoted(task)}: ${body.estimate === null ? 'none' : formatEstimate(body.estimate)}`
}

/** What a body says in words. Names no private thing: no fact's value, source, response or e-mail address. */
function words(body: Body, context: Context): string {
  switch (body.type) {
    case 'meeting.created':
      return 'Meeting created'
    case 'meeting.started':
      return 'Meeting started'
    case 'meeting.ended':
      return 'Meeting ended'
    case 'meeting.detailsSet':
      return detailsWords(body)
    case 'fact.set':
      return 'A prepared fact was changed'
    case 'plan.estimated':
      return planWords(body, context.meeting)
    case 'plan.dated':
      return dateWords(body, context.meeting.timeZone)
    case 'attendee.added':
      return `${body.attendee.name} added to the attendance`
    case 'attendee.edited':
      return `Attendance of ${body.attendee.name} corrected`
    case 'attendee.removed':
      return `${body.attendee.name} removed from the attendance`
    case 'objection.statusSet':
      return `${quoted(context.texts.get(body.objection) ?? 'An objection')} is now ${body.status}`
    case 'capture.undone':
      return `A ${nounOf(body.captured)} was taken back`
    case 'note.captured':
    case 'objection.raised':
    case 'decision.captured':
    case 'action.captured':
    case 'parking.captured':
      if (context.undone.has(body.item.id)) return `${capitalised(nounOf(body))}, later taken back`
      return `${capitalised(nounOf(body))}: ${quoted(body.item.text)}`
    default:
      return body satisfies never
  }
}

/**
 * The log from the start of the meeting on, in words; empty for a meeting that has not started. What was
 * taken back is said to have been, without its text.
 */
export function logLines(meeting: Meeting, log: readonly LogEntry[]): readonly LogLine[] {
  const start = log.findIndex(({ body }) => body.type === 'meeting.started')
  const undone = new Set(
    log.flatMap(({ body }) => (body.type === 'capture.undone' ? [body.captured.item.id] : [])),
  )
  const context = { meeting, texts: itemTexts(log, undone), undone }
  const told = start < 0 ? [] : log.slice(start)
  return told.map(({ at, by, body }) => ({ at, who: by.name, what: words(body, context) }))
}
