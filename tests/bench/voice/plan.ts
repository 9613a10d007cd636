import type { SpokenWord } from '../../../shared/voice/words'
import { randomOf } from './random'

/** What a speaker does, one after the other: says words of the script, says something else, rests. */
export type Part =
  | { readonly kind: 'script'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'aside'; readonly text: string }
  | { readonly kind: 'rest'; readonly seconds: number }

/** A sentence of the script: its words, and how it is written. */
export type Sentence = { readonly from: number; readonly to: number; readonly text: string }

const SHORT_REST = 0.45
const LONG_REST = 4

/** The sentences of a text, by its words and by how each of them is written. */
export function sentencesOf(words: readonly SpokenWord[], written: readonly string[]): readonly Sentence[] {
  const starts = words.flatMap(({ starts: begins }, index) => (begins ? [index] : []))
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? words.length,
    text: written[index] ?? '',
  }))
}

const said = ({ from, to, text }: Sentence): Part => ({ kind: 'script', from, to, text })
const rest = (seconds: number): Part => ({ kind: 'rest', seconds })

/** Everything in order, with a breath after each sentence. */
export function plainPlan(sentences: readonly Sentence[]): readonly Part[] {
  return [rest(1), ...sentences.flatMap((sentence) => [said(sentence), rest(SHORT_REST)]), rest(1)]
}

/**
 * The same with a long rest, two asides, two skips (a sentence, and three) and a sentence said twice: the seed says
 * where. Asides follow with hardly a rest.
 */
export function messyPlan(
  sentences: readonly Sentence[],
  asides: readonly string[],
  seed: number,
): readonly Part[] {
  const random = randomOf(seed)
  const places = [0, 1, 2, 3, 4, 5]
    .map((of) => Math.floor(((of + 0.25 + random() * 0.5) / 6) * sentences.length))
    .map((place) => ({ place, order: random() }))
    .toSorted((one, other) => one.order - other.order)
  const at = (which: number) => places[which]?.place
  const parts: Part[] = [rest(1)]
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index]
    if (sentence === undefined) break
    parts.push(said(sentence), rest(SHORT_REST))
    if (index === at(0)) parts.push(rest(LONG_REST))
    if (index === at(1)) parts.push({ kind: 'aside', text: asides[0] ?? '' }, rest(0.2))
    if (index === at(2)) parts.push({ kind: 'aside', text: asides[1] ?? '' }, rest(0.2))
    if (index === at(3)) parts.push(said(sentence), rest(SHORT_REST))
    if (index === at(4)) index += 1
    if (index === at(5)) index += 3
  }
  return [...parts, rest(1)]
}
