import type { Attendee } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { LONGEST_LINE, LONGEST_TEXT } from '../text'
import { cutOut, uncut } from './cut'
import { parseMoment } from './due'
import { findMention, problemWith, type CapturedPerson, type CaptureProblem, type Mention } from './person'
import { inZone, isoOf, momentsAt, type Day } from './zone'

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

/** The parts of a line that can be understood; the note-taker may refuse each. */
export const CAPTURE_PARTS = ['at', 'kind', 'person', 'due'] as const
export type CapturePart = (typeof CAPTURE_PARTS)[number]

/** A stretch of the line that was understood as a part. */
export type CaptureSpan = { readonly part: CapturePart; readonly from: number; readonly to: number }

/** What the line is read against: `now` a moment, `timeZone`, start and people those of the meeting. */
export type CaptureContext = {
  readonly now: string
  /** Since when the meeting runs: what is back-dated to before midnight lies behind it. */
  readonly startedAt?: string | null
  readonly timeZone: string
  readonly attendees: readonly Attendee[]
  readonly roles: readonly Role[]
}

/**
 * What was understood of a line. `at` and `due` are moments in the meeting's zone, `dueText` the words of
 * the date as typed; `text` holds everything that was not understood: the line (NFC) without its `spans`.
 * `mention` is where the person is named, understood or not.
 */
export type CaptureReading = {
  readonly kind: CaptureKind
  readonly text: string
  readonly at: string | null
  readonly person: CapturedPerson | null
  readonly due: string | null
  readonly dueText: string | null
  readonly problems: readonly CaptureProblem[]
  readonly spans: readonly CaptureSpan[]
  readonly mention: { readonly from: number; readonly to: number } | null
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
/** A date is short, so its word is looked for at the end only; and a line of nothing but `by` is not tried word by word. */
const DUE_TAIL = 130
const MOST_DUE = 6

type Spans = readonly CaptureSpan[]
type AtReading = {
  readonly at: string | null
  readonly length: number
  readonly problems: readonly CaptureProblem[]
}

/** Whether a line of this kind can name a person. */
export function namesSomebody(kind: CaptureKind): boolean {
  return !WITHOUT_PERSON.has(kind)
}

/** A start within a minute is written as that minute. */
const A_MINUTE = 60_000

/**
 * `at 14:05 ` first of all: the last time the meeting's clocks showed it, today, or yesterday where the meeting
 * ran then already.
 */
function readAt(line: string, { now, timeZone, startedAt = null }: CaptureContext): AtReading {
  const unread = { at: null, length: 0, problems: [] }
  const found = /^at (([01]?\d|2[0-3]):([0-5]\d)) /.exec(line)
  const today = found === null ? null : inZone(now, timeZone)
  if (found === null || today === null) return unread
  const [prefix, typed, hours, minutes] = found
  const clock = { hour: Number(hours), minute: Number(minutes) }
  const shownOn = (day: Day) => momentsAt(day, clock, timeZone).filter((moment) => moment.hour === clock.hour)
  const shown = shownOn(today)
  const first = startedAt === null ? Infinity : Date.parse(startedAt) - A_MINUTE
  const past =
    shown.findLast((moment) => moment <= today) ??
    shownOn(today.minus({ days: 1 })).findLast((moment) => moment.toMillis() > first)
  if (past !== undefined) return { at: isoOf(past), length: prefix.length, problems: [] }
  const reason = shown.length === 0 ? 'The clock skips' : 'It is not yet'
  const sentence = `${reason} ${typed ?? ''} today, so “at ${typed ?? ''}” stays in the text.`
  return { ...unread, problems: [{ code: 'at-not-past', sentence }] }
}

function readKind(line: string): { readonly kind: CaptureKind; readonly length: number } {
  const kind = line[1] === ' ' ? KINDS.get(line[0] ?? '') : undefined
  return kind === undefined ? { kind: 'note', length: 0 } : { kind, length: 2 }
}

type DueReading = Pick<CaptureReading, 'due' | 'dueText' | 'problems'> & { readonly from: number }

/** `by`, `due` or `>` and a date, only where the date is all the rest of the text. */
function readDue(text: string, context: CaptureContext): DueReading | null {
  const markers = new RegExp(DUE, 'g')
  markers.lastIndex = Math.max(0, text.length - DUE_TAIL)
  for (const marker of [...text.matchAll(markers)].slice(-MOST_DUE)) {
    const dueText = text.slice(marker.index + marker[0].length).trim()
    const plain = dueText.replace(/[.!]$/, '')
    const due = parseMoment(dueText, context) ?? (plain === dueText ? null : parseMoment(plain, context))
    if (due === null) continue
    const late = Date.parse(due) < Date.parse(context.now)
    const problems = late ? [{ code: 'due-past', sentence: `“${dueText}” is already past.` }] : []
    return { from: marker.index, due, dueText, problems }
  }
  return null
}

function tooLong(kind: CaptureKind, { length }: string): readonly CaptureProblem[] {
  const [what, most] = kind === 'whisper' ? ['A whisper', LONGEST_LINE] : ['An entry', LONGEST_TEXT]
  if (length <= most) return []
  const sentence = `${what} can have at most ${most} characters; this one has ${length}. Nothing is cut off: shorten it, or part it into several lines.`
  return [{ code: 'text-long', sentence }]
}

/** The person and the date in what follows the kind; `spans` count from where `rest` begins. */
function readRest(rest: string, kind: CaptureKind, context: CaptureContext, refused: readonly CapturePart[]) {
  const named: Mention | null =
    WITHOUT_PERSON.has(kind) || refused.includes('person') ? null : findMention(rest, context)
  const understood = named?.found.kind === 'one' || named?.found.kind === 'new'
  const cut = named !== null && understood ? cutOut(rest, named.from, named.to) : null
  const { text, before } = cut ?? uncut(rest)
  const trimmed = text.trimEnd()
  const due = kind !== 'action' || refused.includes('due') ? null : readDue(trimmed, context)
  const spans: Spans = [
    ...(named === null || cut === null ? [] : [{ part: 'person' as const, from: named.from, to: cut.taken }]),
    ...(due === null ? [] : before(due.from, trimmed.length)).map(([from, to]) => ({
      part: 'due' as const,
      from,
      to,
    })),
  ]
  return { named, due, spans, text: (due === null ? trimmed : trimmed.slice(0, due.from)).trim() }
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
  const whole = line.normalize('NFC')
  const typed = whole.trimStart()
  const start = whole.length - typed.length
  const begun = refused.includes('at') ? { at: null, length: 0, problems: [] } : readAt(typed, context)
  const first = typed.slice(begun.length)
  const prefix = refused.includes('kind') ? { kind: 'note' as const, length: 0 } : readKind(first)
  const { kind } = prefix
  const restAt = start + begun.length + prefix.length
  const { named, due, spans, text } = readRest(first.slice(prefix.length), kind, context, refused)
  const prefixes: Spans = [
    { part: 'at', from: start, to: start + begun.length },
    { part: 'kind', from: start + begun.length, to: restAt },
  ]
  return {
    kind,
    text,
    at: begun.at,
    person: named === null ? null : { query: named.query, found: named.found },
    due: due?.due ?? null,
    dueText: due?.dueText ?? null,
    problems: [
      ...begun.problems,
      ...(named === null ? [] : problemWith(named, context)),
      ...(due?.problems ?? []),
      ...tooLong(kind, text),
    ],
    spans: [
      ...prefixes.filter(({ from, to }) => from < to),
      ...spans.map(({ part, from, to }) => ({ part, from: from + restAt, to: to + restAt })),
    ],
    mention: named === null ? null : { from: named.from + restAt, to: named.to + restAt },
  }
}
