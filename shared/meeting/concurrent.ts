import type { Captured, Change } from './entries'
import { capturedItem, inserted, withCaptured, withEdited, withoutCaptured, type Made } from './lists'
import { sameJson } from './sameJson'
import type { Fact, Meeting, MeetingSettings } from './schema'

type Identified = { readonly id: string }
type FactState = Pick<Fact, 'value' | 'source' | 'at'>
type Of<T extends Change['type']> = Extract<Change, { type: T }>

/** The fields that every captured entry has, whatever its kind. */
const COMMON: ReadonlySet<string> = new Set(['text', 'at'])

/**
 * What an edit makes of an item that may have changed elsewhere meanwhile: the fields that the edit changed,
 * and the rest as they stand now. Without a change elsewhere this is the edited item.
 */
export function editedItem<T extends object>(
  now: T,
  was: object,
  edited: T,
  fields?: ReadonlySet<string>,
): T {
  if (sameJson(now, was)) return edited
  const before = new Map(Object.entries(was))
  const after = new Map(Object.entries(edited))
  const untouched = Object.entries(now).filter(
    ([name]) => (fields?.has(name) ?? true) && after.has(name) && sameJson(before.get(name), after.get(name)),
  )
  return { ...edited, ...(Object.fromEntries(untouched) as Partial<T>) }
}

/** The details of the meeting after a change of them; nothing else of an entry gets into the meeting. */
export function detailsAfter(now: Meeting, { details, was }: Of<'meeting.detailsSet'>) {
  const of = ({ title, plannedStart, place, timeZone }: typeof details) => ({
    title,
    plannedStart,
    place,
    timeZone,
  })
  return editedItem(of(now), of(was), of(details))
}

/** A fact after a change of it: the value and where it is from may have been changed apart. */
export function factAfter(now: FactState, { fact, was }: Of<'fact.set'>) {
  const of = ({ value, source, at }: FactState) => ({ value, source, at })
  return editedItem(of(now), of(was), of(fact))
}

/** What a change of the settings makes of those that may have changed elsewhere meanwhile, the prompter's too. */
export function editedSettings(
  now: MeetingSettings,
  was: MeetingSettings,
  settings: MeetingSettings,
): MeetingSettings {
  const prompter = editedItem(now.prompter, was.prompter, settings.prompter)
  return { ...editedItem(now, was, settings), prompter }
}

/** A list with an item at a position; one that another copy put back already is there once. */
export function withItemAdded<T extends Identified>(list: readonly T[], item: T, position: number): T[] {
  return list.some(({ id }) => id === item.id) ? [...list] : inserted(list, item, position)
}

/** A list with an item edited where it stands; one that was removed elsewhere comes back at the end. */
export function withItemEdited<T extends Identified>(list: readonly T[], item: T, was: T): T[] {
  return list.some(({ id }) => id === item.id)
    ? list.map((now) => (now.id === item.id ? editedItem(now, was, item) : now))
    : [...list, item]
}

/** A list without an item, unless it was changed elsewhere: then it stays, so that no change is lost. */
export function withItemRemoved<T extends Identified>(list: readonly T[], removed: T): T[] {
  return list.filter((item) => item.id !== removed.id || !sameJson(item, removed))
}

/** What an edit makes of a captured entry that may have changed elsewhere meanwhile, its kind too. */
export function editedCapture(now: Captured, was: Captured, edited: Captured): Captured {
  const item = editedItem<object>(
    now.item,
    was.item,
    edited.item,
    now.type === edited.type ? undefined : COMMON,
  )
  return { ...edited, item } as Captured
}

/** The meeting with a captured entry edited, wherever and however it stands by now. */
export function withCaptureEdited(meeting: Meeting, edit: Of<'captured.edited'>, made: Made): Meeting {
  const { captured, was } = edit
  const now = capturedItem(meeting, captured.item.id)
  return now === null
    ? withCaptured(meeting, captured, made)
    : withEdited(meeting, { ...edit, captured: editedCapture(now, was, captured), was: now }, made)
}

/** The meeting with a captured entry back at its place; one that another copy put back already is there once. */
export function withCaptureRestored(
  meeting: Meeting,
  { captured, position }: Of<'captured.restored'>,
  made: Made,
): Meeting {
  return capturedItem(meeting, captured.item.id) === null
    ? withCaptured(meeting, captured, made, position)
    : meeting
}

/** The meeting without a captured entry, unless that was changed elsewhere: then it stays. */
export function withCaptureRemoved(meeting: Meeting, removed: Captured, made: Made): Meeting {
  const now = capturedItem(meeting, removed.item.id)
  return now !== null && now.type === removed.type && sameJson(now.item, removed.item)
    ? withoutCaptured(meeting, removed, made)
    : meeting
}
