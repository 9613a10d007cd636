import { parseCapture, type CaptureContext, type CaptureReading } from '../../shared/capture/parse'

const PREFIXED = /^((?:at \S+ )?)[oqcdap!] /

/** Where the text begins after a kind's prefix, or null for a line without one. */
export function textStart(line: string): number | null {
  return PREFIXED.exec(line)?.[0].length ?? null
}

/** What a line means; `plain` says that its prefix is meant as text, so it is a note just as typed. */
export function readLine(line: string, plain: boolean, context: CaptureContext): CaptureReading {
  const before = plain ? PREFIXED.exec(line)?.[1] : undefined
  return parseCapture(before === undefined ? line : `${before}n ${line.slice(before.length)}`, context)
}

/** A whisper is never kept anywhere, not even as a draft. */
export function isWhisper(line: string): boolean {
  return line.startsWith('! ')
}
