import { parseCapture, type CapturePart, type CaptureReading } from '../../shared/capture/parse'
import type { Meeting } from '../../shared/meeting/schema'

const BACK_DATED = /^\s*at \S+ /

/** Where the text of a line begins, after the moment and the kind that were understood. */
export function textStart(line: string, reading: CaptureReading): number {
  const before = reading.at === null ? 0 : (BACK_DATED.exec(line)?.[0].length ?? 0)
  return reading.kind === 'note' ? before : before + 2
}

/** What a line means in this meeting at this moment. */
export function readLine(
  line: string,
  asText: readonly CapturePart[],
  { timeZone, attendees, playbook }: Meeting,
  now: string,
): CaptureReading {
  return parseCapture(line, { now, timeZone, attendees, roles: playbook.roles }, asText)
}
