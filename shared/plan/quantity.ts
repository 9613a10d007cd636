/** A unit of time as people type it, singular. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month'

/** A number and its unit; a number without one has the unit null. */
export type Quantity = { readonly value: number; readonly unit: TimeUnit | null }

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

const UNITS: readonly (readonly [TimeUnit, RegExp])[] = [
  ['minute', /^(?:m|mins?|minutes?)$/],
  ['hour', /^(?:h|hrs?|hours?)$/],
  ['day', /^(?:d|days?)$/],
  ['week', /^(?:w|wks?|weeks?)$/],
  ['month', /^months?$/],
]

const SIZES: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month']
const QUANTITY = /\s*(?:,\s*|and\s+)?(\d+(?:\.\d+|,\d{1,2}(?!\d))?)(?:\s*([a-z]+)\.?(?![a-z]))?/y

/** Typed numbers in one way of writing: `two and a half hours`, `2½ hours` → `2.5 hours`. Lower case. */
export function plainNumbers(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(\d?) ?([½¼¾])/g, (_, whole: string, part: string) => {
      return `${whole === '' ? '0' : whole}${part === '½' ? '.5' : part === '¼' ? '.25' : '.75'}`
    })
    .replace(/\ba couple(?: of)?\b/g, '2')
    .replace(/\b(?:a|one) fortnight\b/g, '2 weeks')
    .replace(/(?<!\band (?:a )?)\b(?:a )?half (?:an? )?(?=hour|day|week)/g, '0.5 ')
    .replace(/\ban?\b(?! half)/g, '1')
    .replace(/\b[a-z]+\b/g, (word) => {
      const value = NUMBER_WORDS.indexOf(word)
      return value < 0 ? word : String(value)
    })
    .replace(/\b(\d+) and a half\b/g, '$1.5')
    .replace(/\b(\d+) ([a-z]+) and a half\b/g, '$1.5 $2')
}

function unitOf(word: string): TimeUnit | null {
  return UNITS.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/**
 * Reads `2 hours 30`, `2h30m` or `3` in the writing of `plainNumbers`, from the largest unit to the
 * smallest; a last number without a unit after hours counts minutes. Null when any of it is something else.
 */
export function readQuantities(text: string): readonly Quantity[] | null {
  const found: Quantity[] = []
  QUANTITY.lastIndex = 0
  while (QUANTITY.lastIndex < text.length) {
    const match = QUANTITY.exec(text)
    if (match === null) return null
    const [, digits = '', word] = match
    const value = Number(digits.replace(',', '.'))
    const unit = word === undefined ? null : unitOf(word)
    if (word !== undefined && unit === null) return null
    const before = found.at(-1)
    const minutesAfterHours = unit === null && before?.unit === 'hour' && value < 60
    const quantity: Quantity = { value, unit: minutesAfterHours ? 'minute' : unit }
    if (before !== undefined && !isSmaller(quantity.unit, before.unit)) return null
    found.push(quantity)
  }
  return found.length === 0 ? null : found
}

function isSmaller(unit: TimeUnit | null, than: TimeUnit | null): boolean {
  return unit !== null && than !== null && SIZES.indexOf(unit) < SIZES.indexOf(than)
}
