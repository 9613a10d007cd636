import type { TypedLine } from './captureSent'

/**
 * Lines looked back on, oldest first, and last of all the one not yet sent; `at` is the one that shows. A line
 * that was changed here stays changed until one of them is sent.
 */
export type LookBack = { readonly lines: readonly TypedLine[]; readonly at: number }

const MOST = 200
const captured = new Map<string, readonly TypedLine[]>()

/** Remembers a line of a meeting for as long as this window is open; the same twice running is one. */
export function remember(meeting: string, { line, asText }: TypedLine): void {
  const lines = captured.get(meeting) ?? []
  const others = lines.at(-1)?.line === line ? lines.slice(0, -1) : lines
  captured.set(meeting, [...others, { line, asText }].slice(-MOST))
}

/** The lines of a meeting that were captured in this window, oldest first. */
export function remembered(meeting: string): readonly TypedLine[] {
  return captured.get(meeting) ?? []
}

/** One line further back (`-1`) or forth (`1`); null where there is none. `shown` is the line as it stands now. */
export function lookFurther(
  back: LookBack | null,
  shown: TypedLine,
  lines: readonly TypedLine[],
  step: -1 | 1,
): LookBack | null {
  const { lines: all, at } = back ?? { lines: [...lines, shown], at: lines.length }
  const next = at + step
  if (next < 0 || next >= all.length) return null
  return { lines: all.with(at, shown), at: next }
}

/** The line that was begun and left to look back; null where none was, or it is the one that shows. */
export function leftBehind(back: LookBack | null): TypedLine | null {
  const last = back?.lines.at(-1)
  return back === null || last === undefined || back.at === back.lines.length - 1 || last.line.trim() === ''
    ? null
    : last
}
