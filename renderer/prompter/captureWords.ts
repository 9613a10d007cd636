import { formatMoment } from '../../shared/capture/due'
import type { CaptureKind, CaptureReading } from '../../shared/capture/parse'

const KINDS: Readonly<Record<CaptureKind, string>> = {
  note: 'Note',
  objection: 'Objection',
  question: 'Question',
  concern: 'Concern',
  decision: 'Decision',
  action: 'Action',
  parking: 'Parking lot',
  whisper: 'Whisper',
}

/** What a line would become, in a few words: its kind, who, when, and what was not understood. */
export function captureWords({ kind, at, person, due, problems }: CaptureReading, timeZone: string): string {
  const parts = [
    KINDS[kind],
    ...(at === null ? [] : [`at ${formatMoment(at, timeZone)}`]),
    ...(person?.found.kind === 'one' ? [person.found.attendee.name] : []),
    ...(due === null ? [] : [`due ${formatMoment(due, timeZone)}`]),
    ...problems.map(({ sentence }) => sentence),
  ]
  return parts.join(' · ')
}
