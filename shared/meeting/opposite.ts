import type { Change } from './entries'

/** The change that turns a change round: made after it, everything is as it was before. */
export function opposite(change: Change): Change {
  switch (change.type) {
    case 'meeting.detailsSet':
      return { ...change, details: change.was, was: change.details }
    case 'fact.set':
      return { ...change, fact: change.was, was: change.fact }
    case 'plan.dated':
      return { ...change, to: change.was, was: change.to }
    case 'plan.hoursSet':
      return { ...change, hours: change.was, was: change.hours }
    case 'attendee.presenceSet':
      return { ...change, present: change.was, was: change.present }
    case 'attendee.added':
      return { ...change, type: 'attendee.removed' }
    case 'attendee.removed':
      return { ...change, type: 'attendee.added' }
    case 'cue.added':
      return { ...change, type: 'cue.removed' }
    case 'cue.removed':
      return { ...change, type: 'cue.added' }
    case 'expected.added':
      return { ...change, type: 'expected.removed' }
    case 'expected.removed':
      return { ...change, type: 'expected.added' }
    case 'task.added':
      return { ...change, type: 'task.removed' }
    case 'task.removed':
      return { ...change, type: 'task.added' }
    case 'attendee.edited':
      return { ...change, item: change.was, was: change.item }
    case 'cue.edited':
      return { ...change, item: change.was, was: change.item }
    case 'expected.edited':
      return { ...change, item: change.was, was: change.item }
    case 'task.edited':
      return { ...change, item: change.was, was: change.item }
    case 'attendee.moved':
    case 'cue.moved':
    case 'expected.moved':
    case 'task.moved':
    case 'captured.moved':
      return { ...change, to: change.was, was: change.to }
    case 'captured.edited': {
      const { captured, was, place } = change
      const back = place === null ? null : { to: place.was, was: place.to }
      return { ...change, captured: was, was: captured, place: back }
    }
    case 'captured.removed':
      return { ...change, type: 'captured.restored' }
    case 'captured.restored':
      return { ...change, type: 'captured.removed' }
    case 'entries.linked':
      return { ...change, type: 'entries.unlinked' }
    case 'entries.unlinked':
      return { ...change, type: 'entries.linked' }
    case 'objection.matched':
      return { ...change, prepared: change.was, was: change.prepared }
    case 'decision.detailed':
      return { ...change, details: change.was, was: change.details }
    case 'objection.statusSet':
    case 'action.statusSet':
      return turned(change)
    case 'checklist.set':
      return { ...change, done: change.was, was: change.done }
    case 'followUp.set':
      return { ...change, followUp: change.was, was: change.followUp }
  }
}

function turned(change: Extract<Change, { type: `${string}.statusSet` }>): Change {
  return change.type === 'objection.statusSet'
    ? { ...change, status: change.was, was: change.status }
    : { ...change, status: change.was, was: change.status }
}
