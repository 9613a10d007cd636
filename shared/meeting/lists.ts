import type { Captured, Change, LogEntry } from './entries'
import type { Meeting } from './schema'

type Edited = Extract<Change, { type: 'captured.edited' }>
type Identified = { readonly id: string }
type Listed = Identified & { readonly at: string | null }

/**
 * The lists that one running fold has made. Nobody else has seen them, so the fold may change them in place:
 * a log of n entries then costs n steps, not n copies of a list that grows. Null: never in place.
 */
export type Made = Set<readonly unknown[]> | null

/** The list itself where the fold made it, else a copy, which is the fold's from then on. */
function own<T>(list: readonly T[], made: Made): T[] {
  if (made?.has(list) === true) return list as T[]
  const copy = [...list]
  made?.add(copy)
  return copy
}

/** A list with an item at its end. */
export function appended<T>(list: readonly T[], item: T, made: Made = null): T[] {
  const longer = own(list, made)
  longer.push(item)
  return longer
}

/** A list with an item at a position; a position past the end means the end. */
export function inserted<T>(list: readonly T[], item: T, position: number, made: Made = null): T[] {
  const longer = own(list, made)
  longer.splice(position, 0, item)
  return longer
}

/** A list without the item of that id. */
export function without<T extends Identified>(list: readonly T[], id: string, made: Made = null): T[] {
  const shorter = own(list, made)
  for (let at = shorter.length - 1; at >= 0; at -= 1) if (shorter[at]?.id === id) shorter.splice(at, 1)
  return shorter
}

/** A list with the item of that id changed, where it stands. */
export function changed<T extends Identified>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
  made: Made = null,
): T[] {
  const items = own(list, made)
  items.forEach((item, at) => {
    if (item.id === id) items[at] = change(item)
  })
  return items
}

/** A list with the item of the same id replaced, where it stands. */
export function replaced<T extends Identified>(list: readonly T[], item: T, made: Made = null): T[] {
  return changed(list, item.id, () => item, made)
}

/** A list with the item of that id at another position. */
export function moved<T extends Identified>(
  list: readonly T[],
  id: string,
  to: number,
  made: Made = null,
): T[] {
  const item = list.find((candidate) => candidate.id === id)
  return item === undefined ? own(list, made) : inserted(without(list, id, made), item, to, made)
}

/** Whether an entry is something captured. */
export function isCaptured(body: LogEntry['body']): body is Captured {
  return body.type.endsWith('.captured') || body.type === 'objection.raised'
}

/** The meeting with a captured entry in its list, at a position or at the end. */
export function withCaptured(
  meeting: Meeting,
  body: Captured,
  made: Made = null,
  position: number = Infinity,
): Meeting {
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: inserted(meeting.notes, body.item, position, made) }
    case 'objection.raised':
      return { ...meeting, objections: inserted(meeting.objections, body.item, position, made) }
    case 'decision.captured':
      return { ...meeting, decisions: inserted(meeting.decisions, body.item, position, made) }
    case 'action.captured':
      return { ...meeting, actions: inserted(meeting.actions, body.item, position, made) }
    case 'parking.captured':
      return { ...meeting, parkingLot: inserted(meeting.parkingLot, body.item, position, made) }
  }
}

/** The meeting without a captured entry. */
export function withoutCaptured(meeting: Meeting, body: Captured, made: Made = null): Meeting {
  const { id } = body.item
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: without(meeting.notes, id, made) }
    case 'objection.raised':
      return { ...meeting, objections: without(meeting.objections, id, made) }
    case 'decision.captured':
      return { ...meeting, decisions: without(meeting.decisions, id, made) }
    case 'action.captured':
      return { ...meeting, actions: without(meeting.actions, id, made) }
    case 'parking.captured':
      return { ...meeting, parkingLot: without(meeting.parkingLot, id, made) }
  }
}

/** The meeting with a captured entry as it is now: where it stands, or in another list at a position. */
export function withEdited(
  meeting: Meeting,
  { captured: body, was, place }: Edited,
  made: Made = null,
): Meeting {
  if (body.type !== was.type) return withCaptured(withoutCaptured(meeting, was, made), body, made, place?.to)
  switch (body.type) {
    case 'note.captured':
      return { ...meeting, notes: replaced(meeting.notes, body.item, made) }
    case 'objection.raised':
      return { ...meeting, objections: replaced(meeting.objections, body.item, made) }
    case 'decision.captured':
      return { ...meeting, decisions: replaced(meeting.decisions, body.item, made) }
    case 'action.captured':
      return { ...meeting, actions: replaced(meeting.actions, body.item, made) }
    case 'parking.captured':
      return { ...meeting, parkingLot: replaced(meeting.parkingLot, body.item, made) }
  }
}

/** A captured entry as it stands now, or null when it is no longer there. New ones are asked for most. */
export function capturedItem(meeting: Meeting, id: string): Captured | null {
  const note = meeting.notes.findLast((item) => item.id === id)
  if (note !== undefined) return { type: 'note.captured', item: note }
  const objection = meeting.objections.findLast((item) => item.id === id)
  if (objection?.at != null) return { type: 'objection.raised', item: { ...objection, at: objection.at } }
  const decision = meeting.decisions.findLast((item) => item.id === id)
  if (decision !== undefined) return { type: 'decision.captured', item: decision }
  const action = meeting.actions.findLast((item) => item.id === id)
  if (action !== undefined) return { type: 'action.captured', item: action }
  const parked = meeting.parkingLot.findLast((item) => item.id === id)
  return parked === undefined ? null : { type: 'parking.captured', item: parked }
}

/** The list that captured entries of this type stand in. The objections hold those that are expected too. */
export function listOf(meeting: Meeting, type: Captured['type']): readonly Listed[] {
  switch (type) {
    case 'note.captured':
      return meeting.notes
    case 'objection.raised':
      return meeting.objections
    case 'decision.captured':
      return meeting.decisions
    case 'action.captured':
      return meeting.actions
    case 'parking.captured':
      return meeting.parkingLot
  }
}

/** Where a captured entry stands in its list. New ones are asked for most. */
export function positionOf(meeting: Meeting, { type, item }: Captured): number {
  return listOf(meeting, type).findLastIndex(({ id }) => id === item.id)
}

/** The meeting with a captured entry at another place of the list it stands in; a list without it stays. */
export function withMoved(meeting: Meeting, id: string, to: number, made: Made = null): Meeting {
  const captured = capturedItem(meeting, id)
  switch (captured?.type) {
    case undefined:
      return meeting
    case 'note.captured':
      return { ...meeting, notes: moved(meeting.notes, id, to, made) }
    case 'objection.raised':
      return { ...meeting, objections: moved(meeting.objections, id, to, made) }
    case 'decision.captured':
      return { ...meeting, decisions: moved(meeting.decisions, id, to, made) }
    case 'action.captured':
      return { ...meeting, actions: moved(meeting.actions, id, to, made) }
    case 'parking.captured':
      return { ...meeting, parkingLot: moved(meeting.parkingLot, id, to, made) }
  }
}
