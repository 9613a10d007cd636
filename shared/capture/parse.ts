import { captureDraftSchema, type CaptureDraft } from '../meeting/commands'
import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { accept, refuse, type Result } from '../result'
import { parseMoment } from './due'
import { cutPerson, type CapturedPerson, type CaptureProblem } from './person'
import { inZone, isoOf, momentsAt } from './zone'

export type { CapturedPerson, CaptureProblem } from './person'

/** What a captured line becomes. */
export type CaptureKind =
  | 'note'
  | 'objection'
  | 'question'
  | 'concern'
  | 'decision'
  | 'action'
  | 'parking'
  | 'whisper'

/** A part of the line that was understood; the note-taker may refuse each. */
export type CapturePart = 'at' | 'kind' | 'person' | 'due'

/** What the line is read against: `now` a moment, `timeZone` and people those of the meeting. */
export type CaptureContext = {
  readonly now: string
  readonly timeZone: string
  readonly attendees: readonly Attendee[]
  readonly roles: readonly Role[]
}

/**
 * What was understood of a line. `at` and `due` are moments in the meeting's zone, `dueText` the words of
 * the date as typed; `text` holds everything that was not understood.
 */
export type CaptureReading = {
  readonly kind: CaptureKind
  readonly text: string
  readonly at: string | null
  readonly person: CapturedPerson | null
  readonly due: string | null
  readonly dueText: string | null
  readonly problems: readonly CaptureProblem[]
}

const KINDS: ReadonlyMap<string, CaptureKind> = new Map([
  ['o', 'objection'],
  ['q', 'question'],
  ['c', 'concern'],
  ['d', 'decision'],
  ['a', 'action'],
  ['p', 'parking'],
  ['!', 'whisper'],
  ['n', 'note'],
])
const WITHOUT_PERSON: ReadonlySet<CaptureKind> = new Set(['note', 'decision', 'whisper'])
const DUE = /(?<=^|\s)(?:due(?:\s+(?:by|on|at))?\s+|by\s+|>\s*)(?=\S)/g

type AtReading = {
  readonly at: string | null
  readonly rest: string
  readonly problems: readonly CaptureProblem[]
}

/** `at 14:05 ` first of all: today on the meeting's clocks, the last time they showed it. */
function readAt(line: string, { now, timeZone }: CaptureContext): AtReading {
  const unread = { at: null, rest: line, problems: [] }
  const found = /^at (([01]?\d|2[0-3]):([0-5]\d)) /.exec(line)
  const today = inZone(now, timeZone)
  if (found === null || today === null) return unread
  const [prefix, typed, hours, minutes] = found
  const clock = { hour: Number(hours), minute: Number(minutes) }
  const shown = momentsAt(today, clock, timeZone).filter((moment) => moment.hour === clock.hour)
  const past = shown.findLast((moment) => moment <= today)
  if (past !== undefined) return { at: isoOf(past), rest: line.slice(prefix.length), problems: [] }
  const reason = shown.length === 0 ? 'The clock skips' : 'It is not yet'
  const sentence = `${reason} ${typed ?? ''} today, so “at ${typed ?? ''}” stays in the text.`
  return { ...unread, problems: [{ code: 'at-not-past', sentence }] }
}

function readKind(line: string): { readonly kind: CaptureKind; readonly rest: string } {
  const kind = line[1] === ' ' ? KINDS.get(line[0] ?? '') : undefined
  return kind === undefined ? { kind: 'note', rest: line } : { kind, rest: line.slice(2) }
}

type DueReading = Pick<CaptureReading, 'text' | 'due' | 'dueText' | 'problems'>

/** `by`, `due` or `>` and a date, only where the date is all the rest of the text. */
function cutDue(text: string, context: CaptureContext): DueReading {
  for (const marker of text.matchAll(DUE)) {
    const dueText = text.slice(marker.index + marker[0].length).trim()
    const due = parseMoment(dueText, context) ?? parseMoment(dueText.replace(/[.!]$/, ''), context)
    if (due === null) continue
    const [end, now] = [inZone(due, context.timeZone), inZone(context.now, context.timeZone)]
    const late = end !== null && now !== null && end < now
    return {
      text: text.slice(0, marker.index).trim(),
      due,
      dueText,
      problems: late ? [{ code: 'due-past', sentence: `“${dueText}” is already past.` }] : [],
    }
  }
  return { text, due: null, dueText: null, problems: [] }
}

/**
 * Reads one captured line. Nothing typed is dropped: each character but spaces is in `text` (NFC), or
 * belongs to a part that was understood. Parts in `refused` are left in the text as they were typed.
 */
export function parseCapture(
  line: string,
  context: CaptureContext,
  refused: readonly CapturePart[] = [],
): CaptureReading {
  const typed = line.normalize('NFC').trimStart()
  const begun = refused.includes('at') ? { at: null, rest: typed, problems: [] } : readAt(typed, context)
  const { kind, rest } = refused.includes('kind')
    ? { kind: 'note' as const, rest: begun.rest }
    : readKind(begun.rest)
  const named =
    WITHOUT_PERSON.has(kind) || refused.includes('person')
      ? { person: null, text: rest, problems: [] }
      : cutPerson(rest, context)
  const ended =
    kind !== 'action' || refused.includes('due')
      ? { text: named.text, due: null, dueText: null, problems: [] }
      : cutDue(named.text, context)
  return {
    kind,
    text: ended.text.trim(),
    at: begun.at,
    person: named.person,
    due: ended.due,
    dueText: ended.dueText,
    problems: [...begun.problems, ...named.problems, ...ended.problems],
  }
}

function draftOf({ kind, text, at, person, due }: CaptureReading): CaptureDraft | null {
  const who = person?.found.kind === 'one' ? person.found.attendee.id : null
  switch (kind) {
    case 'whisper':
      return null
    case 'note':
    case 'decision':
      return { kind, text, at }
    case 'objection':
    case 'question':
    case 'concern':
      return { kind, text, at, who }
    case 'action':
      return { kind, text, at, owner: who, due }
    case 'parking':
      return { kind, text, at, owner: who }
  }
}

/**
 * The draft that a reading asks to be captured. Refuses a whisper (`whisper`: it is sent, never stored), a
 * line without text (`empty`) and text that no entry can hold (`text`: too long, half a character).
 */
export function toDraft(reading: CaptureReading): Result<CaptureDraft> {
  const draft = draftOf(reading)
  if (reading.text === '')
    return refuse('empty', 'There are no words to capture yet: type what was said.', 'text')
  if (draft === null) return refuse('whisper', 'A whisper goes to the presenter and is not captured.')
  const checked = captureDraftSchema.safeParse(draft)
  if (checked.success) return accept(draft)
  const [issue] = checked.error.issues
  return refuse('text', `This cannot be captured: the text ${issue?.message ?? 'is not valid'}.`, 'text')
}
