import { isSameRole } from '../meeting/prepared'
import type { Objection } from '../meeting/schema'
import type { Role } from '../playbook/schema'
import { wordsOf } from './names'
import { isNear } from './near'

type Prepared = Pick<Objection, 'text' | 'keywords' | 'role'>

/** An expected objection that what was said could be: how well it fits (more is better), and what told. */
export type PreparedMatch<Expected> = {
  readonly expected: Expected
  readonly score: number
  readonly by: 'keyword' | 'text'
}

/** Words that tell nothing about what a sentence is about. */
const EMPTY = new Set(
  (
    'a about after all also am an and any are as at be because been but by can could did do does for from get go ' +
    'had has have he her here his how i if in is it its just let me mean means more most must my need no not now of ' +
    'on or our out over she should so some than that the their them then there these they this to too up us very ' +
    'want was we were what when where which who why will with would you your'
  ).split(' '),
)
/** In shorter words one letter makes another word: `test` and `text`. */
const SHORTEST_NEAR = 5
const ROLE = 0.5
const KEYWORD = 1
const MISTYPED = 0.7
/** Without a keyword, so many words and so much of what tells must be there. */
const LEAST_WORDS = 2
const LEAST_SHARE = 0.4
/** Nobody says more than this about one thing, and the search is done at each key. */
const MOST_WORDS = 200

function isSame(said: string, meant: string): boolean {
  return said === meant || (Math.min(said.length, meant.length) >= SHORTEST_NEAR && isNear(said, meant))
}

/** What a keyword counts: in full where it was said so, less with a mistake in it, else nothing. */
function counts(said: readonly string[], phrase: readonly string[]): number {
  const found = (same: (one: string, other: string) => boolean) =>
    said.some((_, start) => phrase.every((word, index) => same(said[start + index] ?? '', word)))
  if (phrase.length === 0) return 0
  return found((one, other) => one === other) ? KEYWORD : found(isSame) ? MISTYPED : 0
}

const telling = (text: string) => [...new Set(wordsOf(text).filter((word) => !EMPTY.has(word)))]

/** The share of what tells in a text that was said; words that many of the texts have tell less. */
function textShare(said: readonly string[], own: readonly string[], all: readonly (readonly string[])[]) {
  const weight = (word: string) => 1 / all.filter((words) => words.some((each) => isSame(each, word))).length
  const found = own.filter((word) => said.some((each) => isSame(each, word)))
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0)
  return found.length < LEAST_WORDS ? 0 : sum(found) / sum(own)
}

/**
 * The expected objections that what was said could be, best first, in spite of typing mistakes: a keyword of
 * theirs is in it, or a good share of their words. Those expected of the role of whoever said it come before
 * others that fit as well.
 */
export function matchPrepared<Expected extends Prepared>(
  said: string,
  role: string,
  expected: readonly Expected[],
  roles: readonly Role[],
): readonly PreparedMatch<Expected>[] {
  const words = wordsOf(said).slice(0, MOST_WORDS)
  const texts = expected.map(({ text }) => telling(text))
  return expected
    .flatMap((each, index): PreparedMatch<Expected>[] => {
      const keywords = each.keywords.reduce((sum, keyword) => sum + counts(words, wordsOf(keyword)), 0)
      const share = textShare(words, texts[index] ?? [], texts)
      if (keywords === 0 && share < LEAST_SHARE) return []
      const ofRole = isSameRole(each.role, role, roles) ? ROLE : 0
      const score = keywords + share + ofRole
      return [{ expected: each, score, by: keywords > 0 ? 'keyword' : 'text' }]
    })
    .toSorted((one, other) => other.score - one.score)
}

/** The one it clearly is: the best, where no other fits as well; null where it is none, or could be two. */
export function clearMatch<Expected>(matches: readonly PreparedMatch<Expected>[]): Expected | null {
  const [best, next] = matches
  return best === undefined || (next !== undefined && next.score === best.score) ? null : best.expected
}
