import { changeDecision, withoutOrphan } from './applyDecision'
import { changeRecord, mergedRecord, type Applied } from './applyRecord'
import { withLink, withoutLink } from './applyLinks'
import { changePeople, withPeopleOf } from './applyPeople'
import { changePresence, changeStatus } from './applyStatus'
import {
  detailsAfter,
  editedSettings,
  factAfter,
  withCaptureEdited,
  withCaptureRemoved,
  withCaptureRestored,
  withItemAdded,
  withItemEdited,
  withItemRemoved,
} from './concurrent'
import { withDerived } from './derived'
import type { Body, LogEntry, MergeEntry } from './entries'
import { appended, changed, moved, withCaptured, withMoved, type Made } from './lists'
import { newMeeting } from './newMeeting'
import type { Meeting } from './schema'

type Created = Extract<Body, { type: 'meeting.created' }>
type ListName = 'attendee' | 'cue' | 'expected' | 'task'
type ListBody = Extract<Body, { type: `${ListName}.${'added' | 'edited' | 'removed' | 'moved'}` }>

function changeLists(meeting: Meeting, body: ListBody, at: string): Meeting {
  const { script, objections, plan } = meeting
  const planned = (tasks: Meeting['plan']['tasks']) =>
    withDerived({ ...meeting, plan: { ...plan, tasks } }, at)
  switch (body.type) {
    case 'attendee.added':
    case 'attendee.edited':
    case 'attendee.removed':
    case 'attendee.moved':
      return changePeople(meeting, body)
    case 'cue.added':
      return { ...meeting, script: withItemAdded(script, body.item, body.position) }
    case 'cue.edited':
      return { ...meeting, script: withItemEdited(script, body.item, body.was) }
    case 'cue.removed':
      return script.length === 1 ? meeting : { ...meeting, script: withItemRemoved(script, body.item) }
    case 'cue.moved':
      return { ...meeting, script: moved(script, body.id, body.to) }
    case 'expected.added':
      return { ...meeting, objections: withItemAdded(objections, body.item, body.position) }
    case 'expected.edited':
      return { ...meeting, objections: withItemEdited(objections, body.item, body.was) }
    case 'expected.removed':
      return { ...meeting, objections: withItemRemoved(objections, body.item) }
    case 'expected.moved':
      return { ...meeting, objections: moved(objections, body.id, body.to) }
    case 'task.added':
      return planned(withItemAdded(plan.tasks, body.item, body.position))
    case 'task.edited':
      return planned(withItemEdited(plan.tasks, body.item, body.was))
    case 'task.removed':
      return planned(withItemRemoved(plan.tasks, body.item))
    case 'task.moved':
      return planned(moved(plan.tasks, body.id, body.to))
  }
}

function change(meeting: Meeting, body: Exclude<Body, Created>, entry: Applied, made: Made): Meeting {
  const { at } = entry
  switch (body.type) {
    case 'meeting.detailsSet': {
      return withDerived({ ...meeting, ...detailsAfter(meeting, body) }, at)
    }
    case 'meeting.started':
    case 'meeting.paused':
    case 'meeting.resumed':
    case 'meeting.ended':
    case 'meeting.reopened':
    case 'attendee.arrived':
    case 'attendee.left':
      return changeStatus(meeting, body, at)
    case 'attendee.presenceSet':
      return changePresence(meeting, body)
    case 'settings.set':
      return { ...meeting, settings: editedSettings(meeting.settings, body.was, body.settings) }
    case 'fact.set': {
      const facts = meeting.facts.map((fact) => {
        if (fact.key !== body.key) return fact
        return { ...fact, ...factAfter(fact, body) }
      })
      return { ...meeting, facts }
    }
    case 'plan.dated':
      return withDerived({ ...meeting, plan: { ...meeting.plan, [body.date]: body.to } }, at)
    case 'plan.hoursSet':
      return withDerived({ ...meeting, plan: { ...meeting.plan, workingHours: body.hours } }, at)
    case 'note.captured':
    case 'objection.raised':
    case 'decision.captured':
    case 'action.captured':
    case 'parking.captured':
      return withCaptured(meeting, body, made)
    case 'captured.edited':
      return withoutOrphan(withCaptureEdited(meeting, body, made))
    case 'captured.removed':
      return withoutOrphan(withCaptureRemoved(meeting, body.captured, made))
    case 'captured.restored':
      return withCaptureRestored(meeting, body, made)
    case 'captured.moved':
      return withMoved(meeting, body.entry, body.to, made)
    case 'entries.linked':
      return withLink(meeting, body, made)
    case 'entries.unlinked':
      return withoutLink(meeting, body)
    case 'change.undone':
    case 'change.redone':
      return change(meeting, body.body, entry, made)
    case 'objection.statusSet': {
      const { objection: id, status } = body
      const objections = changed(meeting.objections, id, (old) => ({ ...old, status }), made)
      return { ...meeting, objections }
    }
    case 'objection.matched': {
      const { objection: id, prepared } = body
      const objections = changed(meeting.objections, id, (old) => ({ ...old, prepared }), made)
      return { ...meeting, objections }
    }
    case 'action.statusSet': {
      const { action: id, status } = body
      const actions = changed(meeting.actions, id, (old) => ({ ...old, status }), made)
      return { ...meeting, actions }
    }
    case 'decision.detailed':
    case 'readBack.shown':
    case 'readBack.closed':
      return changeDecision(meeting, body, entry, made)
    case 'conflict.settled':
      return meeting
    case 'response.shown': {
      const shown = { objection: body.objection, at }
      return { ...meeting, responsesShown: appended(meeting.responsesShown, shown, made) }
    }
    case 'phrase.marked': {
      const { cue, phrase, mark } = body
      const others = meeting.phrases.filter((old) => old.cue !== cue || old.phrase !== phrase)
      return { ...meeting, phrases: [...others, { cue, phrase, mark, at }] }
    }
    case 'checklist.set': {
      const checklist = meeting.checklist.map((item) =>
        item.id === body.item ? { ...item, done: body.done } : item,
      )
      return { ...meeting, checklist }
    }
    case 'followUp.set':
      return { ...meeting, followUp: body.followUp }
    case 'record.finalised':
    case 'record.reopened':
    case 'signOff.given':
    case 'signOff.withdrawn':
    case 'record.signed':
      return changeRecord(meeting, body, entry)
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
      return changeLists(meeting, body, at)
  }
}

const UNBORN = 'A log must begin with the entry that creates the meeting'

type Entry = Applied | MergeEntry

function applied(meeting: Meeting | null, entry: Entry, made: Made): Meeting {
  if (!('at' in entry)) {
    if (meeting !== null) return mergedRecord(meeting, entry.body)
    throw new TypeError(UNBORN)
  }
  const { body } = entry
  if (body.type === 'meeting.created') return meeting ?? newMeeting(body)
  if (meeting === null) throw new TypeError(UNBORN)
  return change(withPeopleOf(meeting, body), body, entry, made)
}

/**
 * The meeting after one more entry. Pure and total: never refuses, ignores what names something that is
 * not there. `meeting` is null before the first entry, which must say that the meeting was created.
 * Throws only on a log that does not begin so.
 */
export function apply(meeting: Meeting | null, entry: Entry): Meeting {
  return applied(meeting, entry, null)
}

/**
 * Applies entries one after the other without a copy of the lists for each. What it gave before is no longer to
 * be used once it is given the next entry; `start` stays as it was. Throws as `apply` does.
 */
export function folding(start: Meeting | null): (entry: Entry) => Meeting {
  const made: Made = new Set()
  let meeting = start
  return (entry) => {
    const after = applied(meeting, entry, made)
    meeting = after
    return after
  }
}

/** The meeting after many more entries: what `apply` gives one by one. `meeting` stays as it was. */
export function fold<M extends Meeting | null>(meeting: M, entries: readonly Entry[]): M | Meeting {
  const next = folding(meeting)
  return entries.reduce<M | Meeting>((_, entry) => next(entry), meeting)
}

/** What a whole log adds up to, or null for an empty one. Throws as `apply` does. */
export function replay(entries: readonly LogEntry[]): Meeting | null {
  return fold(null, entries)
}
