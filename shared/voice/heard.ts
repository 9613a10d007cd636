import type { PlaceEvent } from './events'

/** The words, by their numbers, that were recognised on the way to a place; what lies before `first` was not. */
export function heardIn({ first, word }: Pick<PlaceEvent, 'first' | 'word'>): readonly number[] {
  return Array.from({ length: word - first + 1 }, (_, index) => first + index)
}
