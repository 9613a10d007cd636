import type { Body, Captured } from './entries'
import type { Meeting } from './schema'

type Identified = { readonly id: string }

/** A list with an item at a position; a position past the end means the end. */
export function inserted<T>(list: readonly T[], item: T, position: number): T[] {
  return [...list.slice(0, position), item, ...list.slice(position)]
}

/** A list without the item of that id. */
export function without<T extends Identified>(list: readonly T[], id: string): T[] {
  return list.filter((item) => item.id !== id)
}

/** A list with the item of the same id replaced, where it stands. */
export function replaced<T extends Identified>(list: readonly T[], item: T): T[] {
  return list.map((old) => (old.id === item.id ? item : old))
}

/** A list with the item of that id at another position. */
export function moved<T extends Identified>(list: readonly T[], id: string, to: number): T[] {
  const item = list.find((candidate) => candidate.id === id)
  return item === undefined ? [...list] : inserted(without(list, id), item, to)
}

/** Whether an entry is something captured. */
export function isCaptured(body: Body): body is Captured {
  return body.type.endsWith('.captured') || body.type === 'objection.raised'
}

/** The meeting with a captured entry at the end of its list. */
export function withCaptured(meeting: Meeting, body: Captured): Meeting {
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

/** The meeting without a captured entry. */
export function withoutCaptured(meeting: Meeting, body: Captured): Meeting {
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

/** The meeting with a captured entry as it is now: in its place, or at the end of another list. */
export function withEdited(meeting: Meeting, body: Captured, was: Captured): Meeting {
  if (body.type !== was.type) return withCaptured(withoutCaptured(meeting, was), body)
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: replaced(meeting.notes, body.item) }
    case 'objection.raised':
      return { ...meeting, objections: replaced(meeting.objections, body.item) }
    case 'decision.captured':
      return { ...meeting, decisions: replaced(meeting.decisions, body.item) }
    case 'action.captured':
      return { ...meeting, actions: replaced(meeting.actions, body.item) }
    case 'parking.captured':
      return { ...meeting, parkingLot: replaced(meeting.parkingLot, body.item) }
  }
}

/** A captured entry as it stands now, or null when it is no longer there. */
export function capturedItem(meeting: Meeting, id: string): Captured | null {
  const note = meeting.notes.find((item) => item.id === id)
  if (note !== undefined) return { type: 'note.captured', item: note }
  const objection = meeting.objections.find((item) => item.id === id)
  if (objection?.at != null) return { type: 'objection.raised', item: { ...objection, at: objection.at } }
  const decision = meeting.decisions.find((item) => item.id === id)
  if (decision !== undefined) return { type: 'decision.captured', item: decision }
  const action = meeting.actions.find((item) => item.id === id)
  if (action !== undefined) return { type: 'action.captured', item: action }
  const parked = meeting.parkingLot.find((item) => item.id === id)
  return parked === undefined ? null : { type: 'parking.captured', item: parked }
}
