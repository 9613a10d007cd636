import type { CaptureReading } from '../../shared/capture/parse'

const BACK_DATED = /^\s*at \S+ /

/** Where the text of a line begins, after the moment and the kind that were understood. */
export function textStart(line: string, reading: CaptureReading): number {
  const before = reading.at === null ? 0 : (BACK_DATED.exec(line)?.[0].length ?? 0)
  return reading.kind === 'note' ? before : before + 2
}

/** A whisper is never kept anywhere, not even as a draft. */
export function isWhisper(line: string): boolean {
  return line.trimStart().startsWith('! ')
}
