import type { Span } from '../../shared/script/fill'
import { countWords } from '../../shared/script/words'

const known = new WeakMap<readonly Span[], number>()

/** The words of a paragraph, counted once: a long script is counted for its outline and again when shown. */
export function paragraphWords(paragraph: readonly Span[]): number {
  const before = known.get(paragraph)
  if (before !== undefined) return before
  const words = countWords([paragraph])
  known.set(paragraph, words)
  return words
}
