import { bagOf, isRightToLeft, packed } from './packed'

/** Numbers, and words in letters that are written from left to right: their signs keep their order on a page. */
const UNITS = /\p{Nd}(?:[\p{Nd}.,:/]*\p{Nd})?|(?:(?!\p{Nd})[\p{L}])+/gu

/** The characters of a text from its end. */
export function reversed(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** What of a text must stand on a page in one piece, the longest first. */
export function unitsOf(text: string): readonly string[] {
  const words = text.split(/\s+/u).map(packed)
  const units = words.flatMap((word) => word.match(UNITS) ?? []).filter((unit) => !isRightToLeft(unit))
  return units.toSorted((one, other) => other.length - one.length)
}

/**
 * Whether the units stand in a printed text, each in a place of its own. Within a word from right to left they
 * may be drawn from their end; more than that is another number.
 */
export function holdsUnits(printed: string, units: readonly string[]): boolean {
  let left = printed
  return units.every((unit) => {
    const found = [unit, reversed(unit)].find((each) => left.includes(each))
    if (found === undefined) return false
    left = left.replace(found, () => '\0')
    return true
  })
}

/** Whether a printed text has the letters of a text with words from right to left, and its units in one piece. */
export function sameMixed(printed: string, whole: string, units: readonly string[]): boolean {
  return bagOf(printed) === bagOf(whole) && holdsUnits(printed, units)
}
