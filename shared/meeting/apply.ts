import { formatEstimate, proposedDate } from '../plan/estimate'
import type { Body, Captured, LogEntry } from './entries'
import type { Fact, Meeting, Objection } from './schema'

type Created = Extract<Body, { type: 'meeting.created' }>

const PACE = 140

/** The meeting right after it was made from its playbook. */
function created(body: Created): Meeting {
  const { playbook } = body
  const roleTitle = new Map(playbook.roles.map((role) => [role.id, role.title]))
  return {
    id: body.meeting,
    title: body.title,
    status: 'draft',
    timeZone: body.timeZone,
    plannedStart: body.plannedStart,
    place: body.place,
    startedAt: null,
    endedAt: null,
    playbook,
    facts: playbook.facts.map((fact) => ({ ...fact, value: '', source: '', at: null })),
    attendees: [],
    script: playbook.script,
    objections: playbook.objections.map(({ id, kind, role, text, keywords, key, response }) => ({
      id,
      text,
      at: null,
      kind,
      who: null,
      role: roleTitle.get(role) ?? role,
      keywords,
      key,
      response,
      status: 'open',
    })),
    decisions: [],
    actions: [],
    parkingLot: [],
    notes: [],
    plan: {
      tasks: playbook.plan.tasks.map(({ id, text }) => ({ id, text, estimate: null })),
      start: null,
      originalDate: null,
      override: null,
      newDate: null,
    },
    followUp: null,
    checklist: playbook.checklist.map(({ id, text }) => ({ id, text, done: false })),
    signOffs: [],
    revisions: [],
    settings: { wordsPerMinute: PACE },
  }
}

function planFigure(fact: Fact, meeting: Meeting): string {
  const source = fact.plan
  if (source === undefined) return fact.value
  switch (source.figure) {
    case 'estimate': {
      const estimate = meeting.plan.tasks.find((task) => task.id === source.task)?.estimate ?? null
      return estimate === null ? '' : formatEstimate(estimate)
    }
    case 'originalDate':
      return meeting.plan.originalDate ?? ''
    case 'newDate':
      return meeting.plan.newDate ?? ''
  }
}

/** The meeting with every figure that follows from its plan worked out anew. `at` dates the facts that change. */
function withDerived(meeting: Meeting, at: string): Meeting {
  const proposal = proposedDate(meeting.plan, meeting.plannedStart ?? meeting.startedAt)
  const planned = { ...meeting, plan: { ...meeting.plan, newDate: meeting.plan.override ?? proposal } }
  const facts = planned.facts.map((fact) => {
    const value = planFigure(fact, planned)
    return value === fact.value ? fact : { ...fact, value, at }
  })
  return { ...planned, facts }
}

function withCaptured(meeting: Meeting, body: Captured): Meeting {
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: [...meeting.notes, body.item] }
    case 'objection.raised':
      return { ...meeting, objections: [...meeting.objections, body.item] }
    case 'decision.captured':
      return { ...meeting, decisions: [...meeting.decisions, body.item] }
    case 'action.captured':
      return { ...meeting, actions: [...meeting.actions, body.item] }
    case 'parking.captured':
      return { ...meeting, parkingLot: [...meeting.parkingLot, body.item] }
  }
}

function without<T extends { readonly id: string }>(list: readonly T[], id: string): T[] {
  return list.filter((item) => item.id !== id)
}

function withoutCaptured(meeting: Meeting, body: Captured): Meeting {
  const { id } = body.item
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: without(meeting.notes, id) }
    case 'objection.raised':
      return { ...meeting, objections: without(meeting.objections, id) }
    case 'decision.captured':
      return { ...meeting, decisions: without(meeting.decisions, id) }
    case 'action.captured':
      return { ...meeting, actions: without(meeting.actions, id) }
    case 'parking.captured':
      return { ...meeting, parkingLot: without(meeting.parkingLot, id) }
  }
}

function withStatus(objection: Objection, id: string, status: Objection['status']): Objection {
  return objection.id === id ? { ...objection, status } : objection
}

function change(meeting: Meeting, body: Exclude<Body, Created>, at: string): Meeting {
  switch (body.type) {
    case 'meeting.detailsSet': {
      const { title, plannedStart, place, timeZone } = body.details
      return withDerived({ ...meeting, title, plannedStart, place, timeZone }, at)
    }
    case 'meeting.started':
      return withDerived({ ...meeting, status: 'live', startedAt: at }, at)
    case 'meeting.ended':
      return { ...meeting, status: 'ended', endedAt: at }
    case 'fact.set': {
      const { value, source, at: since } = body.fact
      return {
        ...meeting,
        facts: meeting.facts.map((fact) =>
          fact.key === body.key ? { ...fact, value, source, at: since } : fact,
        ),
      }
    }
    case 'plan.estimated': {
      const tasks = meeting.plan.tasks.map((task) =>
        task.id === body.task ? { ...task, estimate: body.estimate } : task,
      )
      return withDerived({ ...meeting, plan: { ...meeting.plan, tasks } }, at)
    }
    case 'plan.dated':
      return withDerived({ ...meeting, plan: { ...meeting.plan, [body.date]: body.to } }, at)
    case 'attendee.added':
      return { ...meeting, attendees: [...meeting.attendees, body.attendee] }
    case 'attendee.edited':
      return {
        ...meeting,
        attendees: meeting.attendees.map((attendee) =>
          attendee.id === body.attendee.id ? body.attendee : attendee,
        ),
      }
    case 'attendee.removed':
      return { ...meeting, attendees: without(meeting.attendees, body.attendee.id) }
    case 'objection.statusSet':
      return {
        ...meeting,
        objections: meeting.objections.map((objection) => withStatus(objection, body.objection, body.status)),
      }
    case 'capture.undone':
      return withoutCaptured(meeting, body.captured)
    case 'note.captured':
    case 'objection.raised':
    case 'decision.captured':
    case 'action.captured':
    case 'parking.captured':
      return withCaptured(meeting, body)
  }
}

/**
 * The meeting after one more entry. Pure and total: never refuses, ignores what names something that is
 * not there. `meeting` is null before the first entry, which must say that the meeting was created.
 * Throws only on a log that does not begin so.
 */
export function apply(meeting: Meeting | null, entry: Pick<LogEntry, 'body' | 'at'>): Meeting {
  if (entry.body.type === 'meeting.created') return meeting ?? created(entry.body)
  if (meeting === null) throw new TypeError('A log must begin with the entry that creates the meeting')
  return change(meeting, entry.body, entry.at)
}

/** What a whole log adds up to, or null for an empty one. Throws as `apply` does. */
export function replay(entries: readonly LogEntry[]): Meeting | null {
  return entries.reduce<Meeting | null>(apply, null)
}
