import type { Attendee } from '../meeting/schema'
import { asOneWord, wordsOf } from './names'
import type { NameForm, PeopleIndex } from './people'

/** Words shorter than this must be spelt right: among them one letter makes another name. */
const SHORTEST = 4
const LONG = 8
/** No name is longer; whatever is, is not compared letter by letter. */
const LONGEST = 80

function allowed(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  return shorter < SHORTEST ? 0 : shorter < LONG ? 1 : 2
}

/**
 * How many letters were left out, put in, mistaken or swapped with the next one between two words (optimal
 * string alignment); `most + 1` as soon as it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: readonly number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return Math.min(row[other.length] ?? Infinity, most + 1)
}

/** Words begin as they are meant to begin, or with the first two letters swapped. */
function beginsAlike(one: string, other: string): boolean {
  return one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])
}

/** Whether a word is another one, or that with a typing mistake in it. */
export function isNear(typed: string, meant: string): boolean {
  if (typed === meant) return true
  const most = allowed(typed, meant)
  return most > 0 && beginsAlike(typed, meant) && editDistance(typed, meant, most) <= most
}

function fits(words: readonly string[], form: readonly string[]): boolean {
  return words.length === form.length && words.every((word, index) => isNear(word, form[index] ?? ''))
}

function unique(forms: readonly NameForm[]): readonly Attendee[] {
  return [...new Set(forms.map(({ attendee }) => attendee))]
}

/**
 * Who could be meant by a name with a typing mistake in it: each word is compared with one of the name's, and
 * a name typed as one word with the whole of it. Everybody it could be is in the answer.
 */
export function findNear(query: string, { forms }: PeopleIndex): readonly Attendee[] {
  if (query.length > LONGEST) return []
  const words = wordsOf(query)
  const whole = /\s/.test(query.trim()) ? null : asOneWord(query)
  return unique(
    forms.filter(
      (form) =>
        fits(words, form.words) ||
        (whole !== null && form.words.length > 1 && isNear(whole, form.words.join(''))),
    ),
  )
}

function begins(words: readonly string[], form: readonly string[]): boolean {
  const last = words.length - 1
  return form.some((_, start) =>
    words.every((word, index) => {
      const meant = form[start + index] ?? ''
      return index === last ? meant.startsWith(word) : meant === word
    }),
  )
}

/** Whose name or role has a word that begins so, the words before it in full. Everybody, where nothing is typed. */
export function findBeginning(query: string, { forms }: PeopleIndex): readonly Attendee[] {
  if (query.length > LONGEST) return []
  const words = wordsOf(query)
  if (words.length === 0) return query === '' ? unique(forms) : []
  return unique(forms.filter((form) => begins(words, form.words)))
}
