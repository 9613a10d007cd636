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

function isCaptured(body: Body): body is Captured {
  return body.type.endsWith('.captured') || body.type === 'objection.raised'
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The items that still stand, by their ids, so that a later entry about one can be told in words. */
function itemTexts(log: readonly LogEntry[], undone: ReadonlySet<string>): ReadonlyMap<string, string> {
  const items = log.flatMap(({ body }) => {
    const captured = body.type === 'captured.edited' ? body.captured : body
    return isCaptured(captured) && !undone.has(captured.item.id) ? [captured.item] : []
  })
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

type ListBody = Extract<Body, { type: `${'attendee' | 'cue' | 'expected' | 'task'}.${string}` }>

/** Changes of the prepared lists. Names people and plan tasks, which the room knows; never the script. */
function listWords(body: ListBody, context: Context): string {
  switch (body.type) {
    case 'attendee.added':
      return `${body.item.name} added to the list of people`
    case 'attendee.edited':
      return `Details of ${body.item.name} corrected`
    case 'attendee.removed':
      return `${body.item.name} removed from the list of people`
    case 'attendee.moved':
      return 'The list of people was put in another order'
    case 'attendee.arrived':
      return `${personName(context, body.attendee)} arrived`
    case 'attendee.left':
      return `${personName(context, body.attendee)} left`
    case 'cue.added':
    case 'cue.edited':
    case 'cue.removed':
    case 'cue.moved':
      return 'The script was changed'
    case 'expected.added':
    case 'expected.edited':
    case 'expected.removed':
    case 'expected.moved':
      return 'A prepared objection was changed'
    case 'task.added':
    case 'task.edited': {
      const { text, estimate } = body.item
      return `Plan: ${quoted(text)}, ${estimate === null ? 'no estimate' : formatEstimate(estimate)}`
    }
    case 'task.removed':
      return `Plan: ${quoted(body.item.text)} removed`
    case 'task.moved':
      return 'The tasks of the plan were put in another order'
  }
}

function personName({ meeting }: Context, id: string): string {
  return meeting.attendees.find((attendee) => attendee.id === id)?.name ?? 'Somebody'
}

function checklistWords(body: Extract<Body, { type: 'checklist.set' }>, { meeting }: Context): string {
  const text = meeting.checklist.find(({ id }) => id === body.item)?.text ?? 'A line'
  return `Closing checklist: ${quoted(text)} ${body.done ? 'done' : 'not done'}`
}

function followUpWords(body: Extract<Body, { type: 'followUp.set' }>, { meeting }: Context): string {
  return body.followUp === null
    ? 'Follow-up taken back'
    : `Follow-up set for ${formatMoment(body.followUp.when, meeting.timeZone)}`
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
    case 'meeting.paused':
      return 'Break'
    case 'meeting.resumed':
      return 'Break ended'
    case 'meeting.reopened':
      return 'Meeting reopened'
    case 'settings.set':
      return 'Settings changed'
    case 'plan.hoursSet':
      return body.hours === null ? 'Plan counted round the clock' : 'Plan counted in working hours'
    case 'plan.dated':
      return dateWords(body, context.meeting.timeZone)
    case 'objection.statusSet':
      return `${quoted(context.texts.get(body.objection) ?? 'An objection')} is now ${body.status}`
    case 'action.statusSet':
      return `${quoted(context.texts.get(body.action) ?? 'An action')} is now ${body.status}`
    case 'response.shown':
      return 'A prepared response was shown'
    case 'phrase.marked':
      return 'A must-say phrase was marked'
    case 'checklist.set':
      return checklistWords(body, context)
    case 'followUp.set':
      return followUpWords(body, context)
    case 'capture.undone':
      return `A ${nounOf(body.captured)} was taken back`
    case 'captured.removed':
      return `A ${nounOf(body.captured)} was removed`
    case 'captured.edited':
      if (context.undone.has(body.captured.item.id))
        return `${capitalised(nounOf(body.was))} corrected, later taken back`
      return `${capitalised(nounOf(body.was))} corrected: ${quoted(body.captured.item.text)}`
    case 'note.captured':
    case 'objection.raised':
    case 'decision.captured':
    case 'action.captured':
    case 'parking.captured':
      if (context.undone.has(body.item.id)) return `${capitalised(nounOf(body))}, later taken back`
      return `${capitalised(nounOf(body))}: ${quoted(body.item.text)}`
    case 'attendee.added':
    case 'attendee.edited':
    case 'attendee.removed':
    case 'attendee.moved':
    case 'cue.added':
    case 'cue.edited':
    case 'cue.removed':
    case 'cue.moved':
    case 'expected.added':
    case 'expected.edited':
    case 'expected.removed':
    case 'expected.moved':
    case 'task.added':
    case 'task.edited':
    case 'task.removed':
    case 'task.moved':
    case 'attendee.arrived':
    case 'attendee.left':
      return listWords(body, context)
  }
}

/**
 * The log from the start of the meeting on, in words; empty for a meeting that has not started. What was
 * taken back is said to have been, without its text.
 */
export function logLines(meeting: Meeting, log: readonly LogEntry[]): readonly LogLine[] {
  const start = log.findIndex(({ body }) => body.type === 'meeting.started')
  const undone = new Set(
    log.flatMap(({ body }) =>
      body.type === 'capture.undone' || body.type === 'captured.removed' ? [body.captured.item.id] : [],
    ),
  )
  const context = { meeting, texts: itemTexts(log, undone), undone }
  const told = start < 0 ? [] : log.slice(start)
  return told.map(({ at, by, body }) => ({ at, who: by.name, what: words(body, context) }))
}
