import { captureDraftSchema, type CaptureDraft } from '../meeting/commands'
import { accept, refuse, type Result } from '../result'
import type { CaptureReading } from './parse'

function draftOf(
  { kind, text, at, person, due }: CaptureReading,
  newcomer: string | null,
  prepared: string | null | undefined,
): CaptureDraft | null {
  const found = person?.found
  const who = found?.kind === 'one' ? found.attendee.id : found?.kind === 'new' ? newcomer : null
  switch (kind) {
    case 'whisper':
      return null
    case 'note':
    case 'decision':
      return { kind, text, at }
    case 'objection':
    case 'question':
    case 'concern':
      return { kind, text, at, who, ...(prepared === undefined ? {} : { prepared }) }
    case 'action':
      return { kind, text, at, owner: who, due }
    case 'parking':
      return { kind, text, at, owner: who }
  }
}

/**
 * The draft that a reading asks to be captured; `newcomer` is the id of the person it adds, `prepared` what
 * somebody says about which prepared objection it is. Refuses a whisper
 * (`whisper`: it is sent, never stored), a line without text (`empty`) and text that no entry can hold
 * (`text`: too long, half a character).
 */
export function toDraft(
  reading: CaptureReading,
  newcomer: string | null = null,
  prepared?: string | null,
): Result<CaptureDraft> {
  const draft = draftOf(reading, newcomer, prepared)
  if (reading.text === '')
    return refuse('empty', 'There are no words to capture yet: type what was said.', 'text')
  if (draft === null) return refuse('whisper', 'A whisper goes to the presenter and is not captured.')
  const long = reading.problems.find(({ code }) => code === 'text-long')
  if (long !== undefined) return refuse('text', long.sentence, 'text')
  const checked = captureDraftSchema.safeParse(draft)
  if (checked.success) return accept(draft)
  const [issue] = checked.error.issues
  return refuse('text', `This cannot be captured: the text ${issue?.message ?? 'is not valid'}.`, 'text')
}
