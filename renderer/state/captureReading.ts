import {
  parseCapture,
  type CaptureContext,
  type CapturePart,
  type CaptureReading,
} from '../../shared/capture/parse'
import type { Attendee, Meeting } from '../../shared/meeting/schema'

/** What a line is read against: the meeting, and who is on the way into it. */
export function contextOf(
  { timeZone, startedAt, attendees, playbook }: Meeting,
  now: string,
  coming: readonly Attendee[] = [],
): CaptureContext {
  const known = new Set(attendees.map(({ id }) => id))
  const more = coming.filter(({ id }) => !known.has(id))
  return {
    now,
    timeZone,
    startedAt,
    attendees: more.length === 0 ? attendees : [...attendees, ...more],
    roles: playbook.roles,
  }
}

/** What a line means in this meeting at this moment. */
export function readLine(
  line: string,
  asText: readonly CapturePart[],
  meeting: Meeting,
  now: string,
  coming: readonly Attendee[] = [],
): CaptureReading {
  return parseCapture(line, contextOf(meeting, now, coming), asText)
}

/** Whether the text of a line begins at this place, after the moment and the kind that were understood. */
export function isTextStart(line: string, { spans }: CaptureReading, place: number): boolean {
  const prefixes = spans.filter(({ part }) => part === 'at' || part === 'kind').map(({ to }) => to)
  const begin = Math.max(0, ...prefixes)
  return place === 0 || (place >= begin && line.slice(begin, place).trim() === '')
}
