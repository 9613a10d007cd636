import type { Span } from './fill'

type Segment = { readonly start: number; readonly end: number }

const segmenters = new Map<'word' | 'sentence', Intl.Segmenter | null>()

/** The system's own rules of text boundaries, made once; null on a system that has none. */
function segmenter(granularity: 'word' | 'sentence'): Intl.Segmenter | null {
  const made = segmenters.get(granularity)
  if (made !== undefined) return made
  const fresh = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity }) : null
  segmenters.set(granularity, fresh)
  return fresh
}

/** What is spoken of a paragraph; a stage direction is as many spaces, so places stay what they were. */
function spoken(paragraph: readonly Span[]): string {
  return paragraph.map(({ kind, text }) => (kind === 'direction' ? ' '.repeat(text.length) : text)).join('')
}

/** Nearly every piece of an English text between two spaces: one word, with the signs around it. */
const ONE_WORD = /^["“‘(]*[A-Za-z]+(?:['’][A-Za-z]+)*[.,;:!?)"”’…]*$/

/** No rule of word boundaries joins two words across a space, so each piece can be looked at alone. */
function wordsIn(text: string): number {
  let count = 0
  for (const piece of text.split(/[ \t\r\n]+/)) {
    if (ONE_WORD.test(piece)) count += 1
    else if (piece !== '') count += wordsOfPiece(piece)
  }
  return count
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.:]*/gu

/** By the system's own rules, which take twenty times as long. */
function wordsOfPiece(text: string): number {
  const words = segmenter('word')
  if (words === null) return text.match(WORDS)?.length ?? 0
  let count = 0
  for (const segment of words.segment(text)) if (segment.isWordLike === true) count += 1
  return count
}

/** A word of a paragraph, with the signs of money and shares that are read with it, and where it begins. */
export type PlacedWord = { readonly text: string; readonly start: number }

const LETTERS = /[\p{L}\p{N}]/u
const READ_BEFORE = /[$€£¥#]$/
const READ_AFTER = /^[%‰°€£]/

function placedIn(piece: string, offset: number): readonly PlacedWord[] {
  const words = segmenter('word')
  const found =
    words === null
      ? Array.from(piece.matchAll(WORDS), ({ 0: text, index }) => ({ text, index }))
      : Array.from(words.segment(piece)).flatMap(({ segment, index, isWordLike }) =>
          isWordLike === true ? [{ text: segment, index }] : [],
        )
  return found.map(({ text, index }) => {
    const before = READ_BEFORE.exec(piece.slice(0, index))?.[0] ?? ''
    const after = READ_AFTER.exec(piece.slice(index + text.length))?.[0] ?? ''
    return { text: before + text + after, start: offset + index }
  })
}

/** The words of a paragraph that `countWords` counts, one by one. */
export function placedWords(paragraph: readonly Span[]): readonly PlacedWord[] {
  const pieces = Array.from(spoken(paragraph).matchAll(/[^ \t\r\n]+/g))
  return pieces.flatMap(({ 0: piece, index }) => {
    if (!ONE_WORD.test(piece)) return placedIn(piece, index)
    const start = piece.search(LETTERS)
    return [{ text: piece.slice(start).replace(/[.,;:!?)"”’…]+$/, ''), start: index + start }]
  })
}

/** Where the sentences of a paragraph begin in its text. */
export function sentenceStarts(paragraph: readonly Span[]): readonly number[] {
  return segments(spoken(paragraph)).map(({ start }) => start)
}

/** The words to be spoken: values and the labels of unfilled blanks count, stage directions do not. */
export function countWords(paragraphs: readonly (readonly Span[])[]): number {
  return paragraphs.reduce((count, paragraph) => count + wordsIn(spoken(paragraph)), 0)
}

function segments(text: string): readonly Segment[] {
  const rules = segmenter('sentence')
  const parts =
    rules === null
      ? (text.match(/[^.!?]*(?:[.!?]+["'”’)]*\s*|$)/g) ?? [])
      : Array.from(rules.segment(text), ({ segment }) => segment)
  let end = 0
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const start = end
      end += part.length
      return { start, end }
    })
}

/**
 * A paragraph parted into its sentences, each as spans; put together again they are the paragraph. A stage
 * direction is never cut and goes with the sentence in which it begins.
 */
export function sentences(paragraph: readonly Span[]): Span[][] {
  const text = spoken(paragraph)
  const borders = segments(text)
  const found: Span[][] = borders.map(() => [])
  let at = 0
  for (const span of paragraph) {
    const [start, end] = [at, at + span.text.length]
    at = end
    borders.forEach((border, index) => {
      if (span.kind === 'direction') {
        if (border.start <= start && start < border.end) found[index]?.push(span)
        return
      }
      const [from, to] = [Math.max(start, border.start), Math.min(end, border.end)]
      if (from < to) found[index]?.push({ ...span, text: span.text.slice(from - start, to - start) })
    })
  }
  return found.filter((sentence) => sentence.length > 0)
}

/** How long so many words take, in seconds, at a pace of more than 0 words per minute. */
export function secondsFor(words: number, wordsPerMinute: number): number {
  return (words / wordsPerMinute) * 60
}
