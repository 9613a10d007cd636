import { z } from 'zod'

import type { CapturePart } from '../../shared/capture/parse'
import { commandSchema } from '../../shared/meeting/commands'
import type { Meeting } from '../../shared/meeting/schema'
import { readLine } from './captureReading'

const PARTS = ['at', 'kind', 'person', 'due'] as const satisfies readonly CapturePart[]
const typedSchema = z.object({ line: z.string(), asText: z.array(z.enum(PARTS)) })
const draftSchema = typedSchema.extend({
  waiting: z.array(typedSchema.extend({ id: z.string(), command: commandSchema })),
})

/** What survives a crash: the line as it stood, and what had been sent but not yet answered. */
export type CaptureDraft = z.infer<typeof draftSchema>

/** The draft worth keeping, or null when there is none. A whisper is never kept anywhere. */
export function draftToKeep(draft: CaptureDraft, meeting: Meeting, now: string): CaptureDraft | null {
  const whisper = readLine(draft.line, draft.asText, meeting, now).kind === 'whisper'
  const line = whisper ? '' : draft.line
  return line === '' && draft.waiting.length === 0 ? null : { ...draft, line }
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

/** What of a kept draft is still to be done, given what the meeting already holds. */
export function draftToRestore(kept: unknown, meeting: Meeting, now: string): CaptureDraft | null {
  const read = draftSchema.safeParse(kept)
  if (!read.success) return null
  const items = capturedItems(meeting)
  const { line, asText, waiting } = read.data
  const { text } = readLine(line, asText, meeting, now)
  const captured = text !== '' && items.some((item) => item.text === text)
  return {
    line: captured ? '' : line,
    asText,
    waiting: waiting.filter(({ id }) => items.every((item) => item.id !== id)),
  }
}
