import type { Sounds } from './pronounce'
import type { SpokenWord } from './words'

/** No word of the text: silence, or speech that is not of it. */
export const NO_WORD = -1

/**
 * A way from one state of the graph to another: by hearing these phones, or unheard (null). `word` is the index of
 * the word that is spoken to its end with it.
 */
export type Arc = {
  readonly from: number
  readonly to: number
  readonly phones: string | null
  readonly word: number
  readonly chance: number
}

/** What may be heard from here on: states are numbered from 0. */
export type Graph = { readonly states: number; readonly start: number; readonly arcs: readonly Arc[] }

/** A text that can be listened for: its words and how each of them sounds. */
export type Text = { readonly words: readonly SpokenWord[]; readonly sounds: readonly Sounds[] }

/** How much of a text is listened for, and how likely it is that a speaker leaves it. */
export type GraphTuning = {
  readonly before: number
  readonly after: number
  readonly farStarts: number
  readonly farWords: number
  readonly skip: number
  readonly out: number
  readonly phone: number
  readonly back: number
  readonly near: number
  readonly nearBefore: number
  readonly nearAfter: number
  readonly neighbour: number
}

export const GRAPH_TUNING: GraphTuning = {
  before: 60,
  after: 160,
  farStarts: 60,
  farWords: 6,
  skip: 0.01,
  out: 0.01,
  phone: 0.1,
  back: 0.01,
  near: 0.02,
  nearBefore: 2,
  nearAfter: 10,
  neighbour: 0.005,
}

/** The state in which anything may be said. */
const ELSEWHERE = 0

class Builder {
  states = 1
  readonly arcs: Arc[] = []

  state(): number {
    this.states += 1
    return this.states - 1
  }

  heard(from: number, to: number, phones: string, word: number, chance: number): void {
    this.arcs.push({ from, to, phones, word, chance })
  }

  unheard(from: number, to: number, chance: number): void {
    this.arcs.push({ from, to, phones: null, word: NO_WORD, chance })
  }

  /** The ways to say a word; one of several parts passes states of its own. */
  word(from: number, to: number, sounds: Sounds, word: number): void {
    const ways = sounds.filter((way) => way.length > 0)
    if (ways.length < sounds.length || ways.length === 0) this.unheard(from, to, 0.3)
    for (const way of ways) {
      let at = from
      way.forEach((phones, index) => {
        const last = index === way.length - 1
        const next = last ? to : this.state()
        this.heard(at, next, phones, last ? word : NO_WORD, index === 0 ? 1 / ways.length : 1)
        at = next
      })
    }
  }
}

type Span = { readonly from: number; readonly to: number }

/** Words in a row, each between two states; gives the states before each word and the one after the last. */
function chain(builder: Builder, { words, sounds }: Text, { from, to }: Span): readonly number[] {
  const states = Array.from({ length: to - from + 1 }, () => builder.state())
  for (let word = from; word < Math.min(to, words.length); word += 1) {
    const [at, next] = [states[word - from], states[word - from + 1]]
    if (at !== undefined && next !== undefined) builder.word(at, next, sounds[word] ?? [], word)
  }
  return states
}

/** The nearest starts of sentences that lie outside of a part of the text. */
function farStarts(
  words: readonly SpokenWord[],
  place: number,
  within: Span,
  most: number,
): readonly number[] {
  const starts = words.flatMap(({ starts: begins }, index) => (begins ? [index] : []))
  return starts
    .filter((start) => start < within.from || start >= within.to)
    .toSorted((one, other) => Math.abs(one - place) - Math.abs(other - place))
    .slice(0, most)
}

/**
 * The graph for a speaker whose next word should be `next`: the text around it word by word with a few ways to skip
 * some, the starts of sentences around and further off, and any other speech in between.
 */
export function graphOf(text: Text, next: number, phones: readonly string[], tuning = GRAPH_TUNING): Graph {
  const { words } = text
  const builder = new Builder()
  const within = { from: Math.max(0, next - tuning.before), to: Math.min(words.length, next + tuning.after) }
  const states = chain(builder, text, within)
  const stateOf = (word: number) => states[word - within.from]
  const entries = new Map<number, number>()
  const starts: number[] = []
  states.forEach((state, index) => {
    const word = within.from + index
    builder.unheard(state, ELSEWHERE, tuning.out)
    for (const [step, chance] of [[1, tuning.skip] as const, [2, tuning.skip ** 2] as const]) {
      const to = states[index + step]
      if (to !== undefined) builder.unheard(state, to, chance)
    }
    if (words[word]?.starts === true) {
      entries.set(state, tuning.back)
      starts.push(state)
    }
  })
  starts.forEach((state, index) => {
    for (const neighbour of [starts[index + 1], starts[index + 2], starts[index - 1]])
      if (neighbour !== undefined) builder.unheard(state, neighbour, tuning.neighbour)
  })
  for (let word = next - tuning.nearBefore; word <= next + tuning.nearAfter; word += 1) {
    const state = stateOf(word)
    if (state !== undefined) entries.set(state, tuning.near)
  }
  for (const start of farStarts(words, next, within, tuning.farStarts)) {
    const far = chain(builder, text, { from: start, to: Math.min(words.length, start + tuning.farWords) })
    const [first] = far
    if (first !== undefined) entries.set(first, tuning.back)
    const last = far.at(-1)
    if (last !== undefined) builder.unheard(last, ELSEWHERE, 1)
  }
  for (const each of phones) builder.heard(ELSEWHERE, ELSEWHERE, each, NO_WORD, tuning.phone / phones.length)
  for (const [state, chance] of entries) builder.unheard(ELSEWHERE, state, chance)
  return { states: builder.states, start: stateOf(next) ?? ELSEWHERE, arcs: builder.arcs }
}
