/** How many of the prepared objections are raised in a rehearsal. */
export const AMOUNTS = ['none', 'few', 'all'] as const
export type Amount = (typeof AMOUNTS)[number]

/** An objection to be raised once so many words of the script have come by. */
export type Draw = { readonly objection: string; readonly word: number }

/** A prepared objection that can be drawn, and how often it was drawn in earlier runs. */
export type Card = { readonly id: string; readonly drawn: number }

/** With `few`, there is about one in so many words. */
const WORDS_PER_DRAW = 250

/** Nobody objects before anything was said; the part of the script in which objections are raised. */
const RAISED = { from: 0.08, to: 0.95 }

/** Numbers from 0 to below 1 that look random and are always the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function countOf(cards: number, words: number, amount: Amount): number {
  if (amount === 'none' || words === 0) return 0
  return amount === 'all' ? cards : Math.min(cards, Math.max(1, Math.round(words / WORDS_PER_DRAW)))
}

/**
 * Draws from the deck: those drawn least often before come first, else by chance; each at a moment of its own, by
 * chance within its part of the script, so that they come neither all at once nor when they are expected.
 */
export function drawsFrom(
  deck: readonly Card[],
  words: number,
  amount: Amount,
  seed: number,
): readonly Draw[] {
  const random = randomOf(seed)
  const shuffled = deck.map((card) => ({ ...card, by: random() })).toSorted((one, other) => one.by - other.by)
  const chosen = shuffled
    .toSorted((one, other) => one.drawn - other.drawn)
    .slice(0, countOf(deck.length, words, amount))
    .toSorted((one, other) => one.by - other.by)
  const part = (words * (RAISED.to - RAISED.from)) / Math.max(1, chosen.length)
  return chosen.map(({ id }, index) => ({
    objection: id,
    word: Math.floor(words * RAISED.from + part * (index + random())),
  }))
}

/** How often each objection was drawn in these runs. */
export function timesDrawn(runs: readonly { readonly answers: readonly { readonly objection: string }[] }[]) {
  const drawn = new Map<string, number>()
  for (const { answers } of runs)
    for (const { objection } of answers) drawn.set(objection, (drawn.get(objection) ?? 0) + 1)
  return drawn
}
