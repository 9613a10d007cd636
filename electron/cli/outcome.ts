/**
 * What a command has to say: lines for standard output, lines for standard error, and the exit code: 0 done,
 * 2 not done. A PDF that is not an intact record is 1 (changed or unsigned) or 3 (not one of Lectern's).
 */
export type Outcome = {
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly code: 0 | 1 | 2 | 3
}

/** It is done. */
export function done(out: string, warnings: readonly string[] = []): Outcome {
  return { out: [out], err: warnings, code: 0 }
}

/** It is not done: one line for each reason. */
export function failed(...reasons: readonly string[]): Outcome {
  return { out: [], err: reasons, code: 2 }
}

/** A sentence on one line, whatever the file it speaks of holds. */
export function oneLine(sentence: string): string {
  return sentence.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
