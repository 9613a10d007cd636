import { formatClock, formatMoment, parseMoment } from '../capture/due'
import { inZone, isoOf, momentsAt } from '../capture/zone'
import { accept, refuse, type Result } from '../result'
import type { CaptureDraft } from './commands'
import type { Captured } from './entries'

/** What an entry can be turned into. */
export const entryKinds = [
  'objection',
  'question',
  'concern',
  'decision',
  'action',
  'parking',
  'note',
] as const satisfies readonly CaptureDraft['kind'][]
export type EntryKind = (typeof entryKinds)[number]

/** An entry as it is edited: `person` is an attendee's id or empty, `time` and `due` are words. */
export type EntryFields = {
  readonly kind: EntryKind
  readonly text: string
  readonly person: string
  readonly time: string
  readonly due: string
}

/** Whether an entry of this kind names somebody. */
export function namesPerson(kind: EntryKind): boolean {
  return kind !== 'note' && kind !== 'decision'
}

/** What the person of an entry of this kind is to it. */
export function personLabel(kind: EntryKind): string {
  return kind === 'action' || kind === 'parking' ? 'Owner' : 'Raised by'
}

/** An entry as people edit it. */
export function fieldsOf(captured: Captured, timeZone: string): EntryFields {
  const { item } = captured
  const common = { text: item.text, time: formatClock(item.at, timeZone), due: '', person: '' }
  switch (captured.type) {
    case 'note.captured':
      return { ...common, kind: 'note' }
    case 'decision.captured':
      return { ...common, kind: 'decision' }
    case 'objection.raised':
      return { ...common, kind: captured.item.kind, person: captured.item.who ?? '' }
    case 'parking.captured':
      return { ...common, kind: 'parking', person: captured.item.owner ?? '' }
    case 'action.captured': {
      const { owner, due } = captured.item
      return {
        ...common,
        kind: 'action',
        person: owner ?? '',
        due: due === null ? '' : formatMoment(due, timeZone),
      }
    }
  }
}

type Context = { readonly now: string; readonly timeZone: string }

/**
 * The moment that a time in words means for an entry made at `at`: `14:05` is on the entry's own day;
 * anything else is a date. Null when it is neither.
 */
export function entryTime(words: string, at: string, context: Context): string | null {
  const typed = words.trim()
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(typed) ?? []
  const day = inZone(at, context.timeZone)
  if (hour === undefined || minute === undefined || day === null) return parseMoment(typed, context)
  const [moment] = momentsAt(day, { hour: Number(hour), minute: Number(minute) }, context.timeZone)
  return moment === undefined ? null : isoOf(moment)
}

/** The due date that an edited entry gets; null for none. What was not touched stays as it is. */
export function entryDue(words: string, was: Captured, context: Context): Result<string | null> {
  const before = was.type === 'action.captured' ? was.item.due : null
  if (words.trim() === '') return accept(null)
  if (before !== null && words === formatMoment(before, context.timeZone)) return accept(before)
  const due = parseMoment(words, context)
  return due === null
    ? refuse('date', `“${words}” is not a date Lectern understands. Write it like “Friday 17:00”.`, 'due')
    : accept(due)
}

/** The edit that these fields ask for; refuses times and dates that cannot be understood. */
export function editFrom(fields: EntryFields, was: Captured, context: Context): Result<CaptureDraft> {
  const { kind, text, time, person } = fields
  const touched = time !== formatClock(was.item.at, context.timeZone)
  const at = touched ? entryTime(time, was.item.at, context) : null
  if (touched && at === null)
    return refuse('time', `“${time}” is not a time Lectern understands. Write it like “14:05”.`, 'time')
  const somebody = person === '' ? null : person
  switch (kind) {
    case 'note':
    case 'decision':
      return accept({ kind, text, at })
    case 'objection':
    case 'question':
    case 'concern':
      return accept({ kind, text, at, who: somebody })
    case 'parking':
      return accept({ kind, text, at, owner: somebody })
    case 'action': {
      const due = entryDue(fields.due, was, context)
      return due.ok ? accept({ kind, text, at, owner: somebody, due: due.value }) : due
    }
  }
}
