import type { PageText } from '../pdf/pageText'
import { isRightToLeft, oneBracket, packed } from './packed'
import { cuts, pageOf, type Page } from './pageReader'

/** So many places are tried where a broken text may begin on a page, and so many lengths it may have there. */
const MOST_STARTS = 8
const MOST_CUTS = 3

/** What all searches in one document may cost, in letters compared one by one: some seconds. */
const MOST_WORK = 200_000_000

/** What a letter costs where letters are counted instead of compared, and where the platform searches for them. */
const COUNTED = 30
const SEARCHED = 0.05

/** The page with the ends of its words as the places where a text may begin or end. */
function wordsOf(texts: PageText): Page {
  return pageOf(texts.flatMap((text) => text.split(/(?<=\s)(?=\S)/u)))
}

/** Whether no word goes on over this place of the page. */
function isApart({ text, ends }: Page, place: number): boolean {
  return ends.has(place) || !/^[\p{L}\p{N}]{2}$/u.test(text.slice(place - 1, place + 1))
}

/** Whether a text stands at this place of a page, as words of its own. */
function standsAt(page: Page, place: number, wanted: string): boolean {
  return page.text.startsWith(wanted, place) && isApart(page, place) && isApart(page, place + wanted.length)
}

function standsOn(page: Page, wanted: string): boolean {
  for (let at = page.text.indexOf(wanted); at >= 0; at = page.text.indexOf(wanted, at + 1))
    if (standsAt(page, at, wanted)) return true
  return false
}

function begins(page: Page, wanted: string): boolean {
  return Array.from(page.ends.keys()).some((place) => standsAt(page, place, wanted))
}

/** Whether the letters of a text stand side by side on a page, in whatever order they were drawn. */
function standsInAnyOrder(page: Page, wanted: string): boolean {
  const text = oneBracket(page.text)
  const missing = new Map<string, number>()
  let apart = 0
  const count = (letter: string, change: 1 | -1): void => {
    const before = missing.get(letter) ?? 0
    missing.set(letter, before + change)
    apart += Math.abs(before + change) - Math.abs(before)
  }
  for (const letter of oneBracket(wanted).split('')) count(letter, 1)
  for (let at = 0; at < text.length; at += 1) {
    count(text.charAt(at), -1)
    if (at >= wanted.length) count(text.charAt(at - wanted.length), 1)
    if (apart === 0) return true
  }
  return false
}

/** Finds texts on pages, each as a run of words that only the ends of pages break. */
export class TextFinder {
  readonly #pages: readonly Page[]
  #work = 0
  /** Pages with the length of what did not go on there. */
  #failed = new Set<string>()

  constructor(texts: readonly PageText[]) {
    this.#pages = texts.map(wordsOf)
  }

  /** Whether the texts were too much to be looked for: what was not found since may be there. */
  get isSpent(): boolean {
    return this.#work > MOST_WORK
  }

  finds(text: string): boolean {
    const wanted = packed(text)
    if (isRightToLeft(wanted))
      return this.#isDrawn(wanted) || [...new Set(text.split(/\s+/u))].map(packed).every(this.#isDrawn)
    this.#failed = new Set()
    return (
      this.#pages.some((page) => this.#spend(page.text.length * SEARCHED) && standsOn(page, wanted)) ||
      this.#pages.some((_page, index) => this.#isBroken(index, wanted))
    )
  }

  #spend(work: number): boolean {
    this.#work += work
    return !this.isSpent
  }

  /** Words from right to left may be drawn in any order; broken over pages, each word is looked for by itself. */
  readonly #isDrawn = (wanted: string): boolean =>
    this.#pages.some((page) => this.#spend(page.text.length * COUNTED) && standsInAnyOrder(page, wanted))

  /** Whether the text begins on this page and goes on over the next ones to its end. */
  #isBroken(index: number, wanted: string): boolean {
    const [page, next] = [this.#pages[index], this.#pages[index + 1]]
    const state = `${index} ${wanted.length}`
    if (page === undefined || next === undefined || this.#failed.has(state)) return false
    this.#failed.add(state)
    return this.#parts(page, wanted).some((length) => {
      const rest = wanted.slice(length)
      return begins(next, rest) || this.#isBroken(index + 1, rest)
    })
  }

  /** How much of a text may stand at the end of a page, the most first: a whole page says more than a word. */
  #parts(page: Page, wanted: string): readonly number[] {
    const starts = Array.from(page.ends.keys()).filter((start) => page.text[start] === wanted[0])
    const found = starts.map((start) => {
      const lengths = this.isSpent ? [] : cuts(page, start, wanted).slice(0, MOST_CUTS)
      this.#spend(page.ends.size + (lengths[0] ?? 0))
      return lengths
    })
    const longest = found.toSorted(([one = 0], [other = 0]) => other - one).slice(0, MOST_STARTS)
    return [...new Set(longest.flat())].filter((length) => length > 0)
  }
}
