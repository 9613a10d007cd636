import type { ExpectedRow } from './expectedText'
import { isRightToLeft, packed } from './packed'
import { reversed, unitsOf } from './rightToLeft'

/** Scripts that are printed sign by sign in the order they are typed, so that a difference is a change. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u
const PLAIN_WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}.,:/]+$/u
const PLAIN_SIGN = /(?=[\p{L}\p{Nd}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u
const CODE = /\[U\+[0-9A-F]{4,6}\]/
/** Codes of characters that no font has, and what is left of one that is broken over lines. */
const CODES = /\[?U?\+?[0-9A-F]{0,6}\]|\[(?:U(?:\+[0-9A-F]*)?)?/g

/** How much longer or shorter a text may be drawn than it is typed, in signs. */
const LENGTHS = { least: 0.4, most: 2.5, slack: 8 } as const

/** Whether a text holds signs that a page may hold in another order or form than they were typed. */
export function isOtherScript(text: string): boolean {
  return !PLAIN.test(packed(text)) || CODE.test(text)
}

/** The words and numbers in plain scripts, which must be printed beside the others. */
function plainUnits(cells: readonly string[]): readonly string[] {
  const units = cells.flatMap((cell) => unitsOf(cell.replace(CODES, ' ')))
  return units.map(packed).filter((unit) => unit !== '' && PLAIN_WORD.test(unit))
}

type Leaving = { readonly isTurned: boolean; readonly isCut: boolean }

/** What is left of a printed text without these units, each taken once; null where one is not there that must be. */
function without(printed: string, units: readonly string[], { isTurned, isCut }: Leaving): string | null {
  let left = printed
  for (const unit of units) {
    const found = (isTurned ? [unit, reversed(unit)] : [unit]).find((each) => left.includes(each))
    if (found === undefined && !isCut) return null
    if (found !== undefined) left = left.replace(found, () => '\0')
  }
  return left
}

/** What stands on the pages where rows were not read: texts one by one, each packed. */
export type Skipped = readonly string[]

/**
 * Whether texts can be what these rows are drawn as: rows of other scripts, of about that length. Words and
 * numbers in plain scripts are no part of the excuse: every one of them is printed there, and no other.
 */
export function canBeDrawnAs(
  skipped: Skipped,
  rows: readonly Pick<ExpectedRow, 'cells' | 'clipped'>[],
): boolean {
  const cells = rows.flatMap((row) => row.cells)
  if (!cells.some(isOtherScript)) return false
  const units = plainUnits(cells).toSorted((one, other) => other.length - one.length)
  const isCut = rows.some(({ clipped }) => clipped)
  const [length, wanted] = [skipped.join('').length, packed(cells.join('')).length]
  if (length > wanted * LENGTHS.most + LENGTHS.slack) return false
  if (!isCut && (length === 0 || length < wanted * LENGTHS.least - LENGTHS.slack)) return false
  const isTurned = cells.some(isRightToLeft)
  return [skipped.join('\0'), skipped.join('')].some((text) => {
    const left = without(text, units, { isTurned, isCut })
    return left !== null && !PLAIN_SIGN.test(left)
  })
}
