import { uuidv7 } from 'uuidv7'

import type { CapturePart } from '../../shared/capture/parse'
import { toDraft } from '../../shared/capture/toDraft'
import type { Command } from '../../shared/meeting/commands'
import type { Attendee, Meeting } from '../../shared/meeting/schema'
import { accept, refuse, type Result } from '../../shared/result'
import { readLine } from './captureReading'

/**
 * A line as it was typed, and the parts of it that are meant as text. `prepared` is the prepared objection that
 * somebody says it is, null where they say that it is none; otherwise its words decide.
 */
export type TypedLine = {
  readonly line: string
  readonly asText: readonly CapturePart[]
  readonly prepared?: string | null | undefined
}

type AddPerson = Extract<Command, { type: 'addAttendee' }>

/** Somebody a line adds to the people before it is captured; the id is theirs. */
export type Newcomer = { readonly id: string; readonly command: AddPerson }

/** `unread` is one of many pasted lines that cannot be sent as it reads. */
export type Sendable =
  | { readonly kind: 'entry'; readonly command: Command; readonly newcomer: Newcomer | null }
  | { readonly kind: 'whisper'; readonly text: string }
  | { readonly kind: 'unread' }

/** A line on its way to the disk. `refused` says why it did not get there; the same `id` is used again. */
export type SentLine = TypedLine & {
  readonly id: string
  readonly what: Sendable
  readonly refused: string | null
}

/** Who is being added by lines on their way, so that the next line already finds them. */
export function comingWith(sent: readonly SentLine[]): readonly Attendee[] {
  return sent.flatMap(({ what, refused }) =>
    what.kind === 'entry' && what.newcomer !== null && refused === null
      ? [{ id: what.newcomer.id, ...what.newcomer.command.attendee, present: [] }]
      : [],
  )
}

function sendable(typed: TypedLine, meeting: Meeting, coming: readonly Attendee[]): Result<Sendable> {
  const reading = readLine(typed.line, typed.asText, meeting, new Date().toISOString(), coming)
  if (reading.kind === 'whisper') {
    if (reading.text === '') return refuse('empty', 'Write what the presenter should read after the “!”.')
    const long = reading.problems.find(({ code }) => code === 'text-long')
    return long === undefined
      ? accept({ kind: 'whisper', text: reading.text })
      : refuse('long', long.sentence)
  }
  const found = reading.person?.found
  const attendee =
    found?.kind === 'new' ? { name: found.name, role: found.role, organisation: '', email: '' } : null
  const newcomer: Newcomer | null =
    attendee === null ? null : { id: uuidv7(), command: { type: 'addAttendee', attendee } }
  const draft = toDraft(reading, newcomer?.id ?? null, typed.prepared)
  if (!draft.ok) return draft
  return accept({ kind: 'entry', command: { type: 'capture', draft: draft.value }, newcomer })
}

/** The line ready to be sent, or why it cannot be. `sent` are the lines before it that are on their way. */
export function toSend(typed: TypedLine, meeting: Meeting, sent: readonly SentLine[]): Result<SentLine> {
  const what = sendable(typed, meeting, comingWith(sent))
  if (!what.ok) return what
  const { line, asText, prepared } = typed
  return accept({ id: uuidv7(), line, asText, prepared, what: what.value, refused: null })
}

/** A line that cannot be sent as it reads: it stays, with the reason. */
export function unread({ line, asText, prepared }: TypedLine, refused: string): SentLine {
  return { id: uuidv7(), line, asText, prepared, what: { kind: 'unread' }, refused }
}

/** What is said of a line that is on the disk. */
export function savedSentence({ what }: SentLine): string {
  switch (what.kind) {
    case 'whisper':
      return 'Whispered to the presenter.'
    case 'unread':
      return 'Saved.'
    case 'entry': {
      const added = what.newcomer === null ? '' : ` · added ${what.newcomer.command.attendee.name}`
      return what.command.type === 'capture' ? `Saved: ${what.command.draft.text}${added}` : 'Saved.'
    }
  }
}

export type CaptureWays = {
  readonly meeting: () => Meeting | null
  readonly run: (command: Command, id: string) => Promise<Result<unknown>>
  readonly whisper: (text: string) => Promise<Result<unknown>>
}

/** Adds the person, then captures: both go out at once, so that no later line comes before this one. */
async function enter(id: string, what: Extract<Sendable, { kind: 'entry' }>, ways: CaptureWays) {
  const { newcomer, command } = what
  if (newcomer === null) return ways.run(command, id)
  const [person, entry] = await Promise.all([ways.run(newcomer.command, newcomer.id), ways.run(command, id)])
  if (entry.ok || person.ok) return entry
  return refuse('person', `${newcomer.command.attendee.name} could not be added. ${person.refusal.sentence}`)
}

/** Sends a line; the answer comes when it is on the disk or refused. */
export async function deliver({ id, what, refused }: SentLine, ways: CaptureWays): Promise<Result<unknown>> {
  const answer = () => {
    switch (what.kind) {
      case 'whisper':
        return ways.whisper(what.text)
      case 'entry':
        return enter(id, what, ways)
      case 'unread':
        return Promise.resolve(refuse('unread', refused ?? 'This line cannot be read: edit it.'))
    }
  }
  return answer().catch(() =>
    refuse('broken', 'Lectern could not reach its own store. Nothing is lost: try again.'),
  )
}
