import type { ExpectedRow } from './expectedText'
import type { Mismatch } from './matchText'
import type { Page } from './pageReader'
import { reversed, unitsOf } from './rightToLeft'

/** Scripts that are printed sign by sign in the order they are typed, so that a difference is a change. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u
const PLAIN_WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}.,:/]+$/u
const UNPRINTABLE = /\[U\+[0-9A-F]{4,6}\]/
/** Codes of characters that no font has, and what is left of one that is broken over lines. */
const CODES = /\[?U?\+?[0-9A-F]{0,6}\]|\[(?:U(?:\+[0-9A-F]*)?)?/g

function textOf(mismatch: Mismatch): string {
  return mismatch.kind === 'missing' ? mismatch.row.cells.join(' ') : mismatch.text
}

function plainUnits(text: string): readonly string[] {
  return unitsOf(text.replace(CODES, ' ')).filter((unit) => PLAIN_WORD.test(unit))
}

/**
 * Tells which differences lie in text whose order or signs on the page are not those that were typed. Words and
 * numbers in plain scripts beside it must be on the other side all the same: they are no part of the excuse.
 */
export function otherScripts(
  rows: readonly ExpectedRow[],
  pages: readonly Page[],
): (mismatch: Mismatch) => boolean {
  const printed = new Set(pages.flatMap(({ ends }) => [...ends.values()].flatMap(plainUnits)))
  const feet = pages.map((_page, index) => `Page ${index + 1} of ${pages.length}`)
  const recorded = new Set([...rows.flatMap(({ cells }) => cells), ...feet].flatMap(plainUnits))
  return (mismatch) => {
    const text = textOf(mismatch)
    if (PLAIN.test(text) && !UNPRINTABLE.test(text)) return false
    const there = mismatch.kind === 'missing' ? printed : recorded
    return plainUnits(text).every((unit) => there.has(unit) || there.has(reversed(unit)))
  }
}
