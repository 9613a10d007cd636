/** A match of a query in a text: how good it is (more is better), and the places of the letters found. */
export type Match = { readonly score: number; readonly places: readonly number[] }

const WORD_START = 8
const NEXT_TO_LAST = 5
const EACH_LETTER = 1
const WHOLE_PREFIX = 12
const LATE_START = 0.2
const GAP = 0.15

/** Lower case and without accents, letter for letter, so that places in it are places in the text. */
function plain(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index).normalize('NFD').charAt(0).toLowerCase()
    return letter === '' ? text.charAt(index) : letter
  }).join('')
}

function startsWord(text: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(place - 1))
}

function scoreOf(text: string, places: readonly number[]): number {
  const first = places[0] ?? 0
  return places.reduce(
    (score, place, index) => {
      const last = places[index - 1]
      const near = last === place - 1 ? NEXT_TO_LAST : 0
      const gap = last === undefined ? 0 : Math.min(20, place - last - 1) * GAP
      return score + EACH_LETTER + (startsWord(text, place) ? WORD_START : 0) + near - gap
    },
    -Math.min(20, first) * LATE_START,
  )
}

/** The places of the letters from a start on, each as soon as it comes; null where one does not. */
function placesFrom(text: string, query: string, start: number): readonly number[] | null {
  const places: number[] = []
  let from = start
  for (const letter of query) {
    const place = text.indexOf(letter, from)
    if (place < 0) return null
    places.push(place)
    from = place + letter.length
  }
  return places
}

/** Letters of one word, or beginnings of words with what follows them; never letters strewn over a sentence. */
function holdsTogether(text: string, places: readonly number[]): boolean {
  const first = places[0] ?? 0
  const oneWord = /^[\p{L}\p{N}]*$/u.test(text.slice(first, (places.at(-1) ?? first) + 1))
  return oneWord || places.every((place, index) => places[index - 1] === place - 1 || startsWord(text, place))
}

function matchWord(text: string, query: string): Match | null {
  const together = text.indexOf(query)
  if (together === 0) {
    const places = Array.from({ length: query.length }, (_, index) => index)
    return { score: scoreOf(text, places) + WHOLE_PREFIX, places }
  }
  let best: Match | null = null
  for (
    let start = text.indexOf(query.charAt(0));
    start >= 0;
    start = text.indexOf(query.charAt(0), start + 1)
  ) {
    const places = placesFrom(text, query, start)
    if (places === null) break
    const score = scoreOf(text, places)
    if (!holdsTogether(text, places)) continue
    if (best === null || score > best.score) best = { score, places }
  }
  return best
}

/**
 * How well a query fits a text: each of its words must be there as letters in that order, in whatever order
 * the words come. Beginnings of words and letters side by side count most. Null where it does not fit.
 */
export function fuzzyMatch(text: string, query: string): Match | null {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const plainText = plain(text)
  const matches = words.map((word) => matchWord(plainText, word))
  if (matches.some((match) => match === null)) return null
  const found = matches.flatMap((match) => (match === null ? [] : [match]))
  return {
    score: found.reduce((sum, match) => sum + match.score, 0),
    places: [...new Set(found.flatMap((match) => match.places))].toSorted((one, other) => one - other),
  }
}
