import type { PlaceEvent } from './events'

/** A place found anew was found by so many words before it; one further on than this was not heard word by word. */
const EVIDENCE = 5
const STRIDE = 8

/** The words, by their numbers, that a place says were heard since the one before. */
export function heardSince(
  before: number | null,
  { word, moved }: Pick<PlaceEvent, 'word' | 'moved'>,
): readonly number[] {
  const steps = before === null ? 0 : word - before
  const count = moved === 'on' && steps > 0 && steps <= STRIDE ? steps : EVIDENCE
  return Array.from({ length: count }, (_, index) => word - index).filter((each) => each >= 0)
}
