import { z } from 'zod'

import { CAPTURE_PARTS } from '../../shared/capture/parse'
import { commandSchema, type Command } from '../../shared/meeting/commands'
import type { Meeting } from '../../shared/meeting/schema'
import { readLine } from './captureReading'
import type { SentLine, TypedLine } from './captureSent'

type AddPerson = Extract<Command, { type: 'addAttendee' }>

const typedSchema = z.object({
  line: z.string(),
  asText: z.array(z.enum(CAPTURE_PARTS)),
  prepared: z.string().nullable().optional(),
})
const addPersonSchema = z.custom<AddPerson>((value) => {
  const command = commandSchema.safeParse(value)
  return command.success && command.data.type === 'addAttendee'
})
const draftSchema = typedSchema.extend({
  waiting: z.array(
    typedSchema.extend({
      id: z.string(),
      command: commandSchema,
      newcomer: z.object({ id: z.string(), command: addPersonSchema }).nullish(),
    }),
  ),
  /** Lines that could not be sent as they read, with the reason. */
  unread: z.array(typedSchema.extend({ id: z.string(), refused: z.string() })).optional(),
  /** What was begun and left while looking back at earlier lines. */
  aside: typedSchema.nullish(),
  /** When it was kept, in milliseconds: only what was captured later can be this line. */
  kept: z.number().optional(),
})

/** What survives a crash: the line as it stood, and what had been sent but not yet answered. */
export type CaptureDraft = z.infer<typeof draftSchema>

const copy = ({ line, asText, prepared }: TypedLine) => ({
  line,
  asText: [...asText],
  ...(prepared === undefined ? {} : { prepared }),
})

/** The draft worth keeping, or null when there is none. A whisper is never kept anywhere. */
export function draftToKeep(
  typed: TypedLine,
  aside: TypedLine | null,
  sent: readonly SentLine[],
  meeting: Meeting,
  now: string,
): CaptureDraft | null {
  const whispers = ({ line, asText }: TypedLine) => readLine(line, asText, meeting, now).kind === 'whisper'
  const line = whispers(typed) ? '' : typed.line
  const begun = aside === null || whispers(aside) ? null : copy(aside)
  const waiting = sent.flatMap(({ id, what, ...each }) =>
    what.kind === 'entry' ? [{ ...copy(each), id, command: what.command, newcomer: what.newcomer }] : [],
  )
  const unread = sent.flatMap(({ id, what, refused, ...each }) =>
    what.kind === 'unread' && !whispers(each) ? [{ ...copy(each), id, refused: refused ?? '' }] : [],
  )
  if (line === '' && begun === null && waiting.length === 0 && unread.length === 0) return null
  return { ...copy({ ...typed, line }), waiting, unread, aside: begun, kept: Date.parse(now) }
}

function capturedItems(meeting: Meeting) {
  return [
    ...meeting.notes,
    ...meeting.objections,
    ...meeting.decisions,
    ...meeting.actions,
    ...meeting.parkingLot,
  ].filter((item) => item.at !== null)
}

/** When an entry was sent, in milliseconds: its id (UUIDv7) begins with it. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}

/** What of a kept draft is still to be done, given what the meeting already holds: a line, and sent lines. */
export function draftToRestore(
  kept: unknown,
  meeting: Meeting,
  now: string,
): (TypedLine & { readonly sent: readonly SentLine[] }) | null {
  const read = draftSchema.safeParse(kept)
  if (!read.success) return null
  const items = capturedItems(meeting)
  const { line, asText, prepared, waiting, unread = [], aside = null, kept: since = 0 } = read.data
  const { text } = readLine(line, asText, meeting, now)
  const isCaptured = text !== '' && items.some((item) => item.text === text && madeAt(item.id) >= since)
  const typed = isCaptured || line === '' ? (aside ?? { line: '', asText: [] }) : { line, asText, prepared }
  const again = waiting.filter(({ id }) => items.every((item) => item.id !== id))
  return {
    ...typed,
    sent: [
      ...again.map(({ command, newcomer = null, ...each }): SentLine => ({
        ...each,
        what: { kind: 'entry', command, newcomer },
        refused: null,
      })),
      ...unread.map((each): SentLine => ({ ...each, what: { kind: 'unread' } })),
    ],
  }
}
