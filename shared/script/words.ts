import type { Span } from './fill'

export function countWords(paragraphs: readonly (readonly Span[])[]): number {
  return paragraphs.flat().filter((span) => span.kind !== 'direction').map((span) => span.text).join(' ').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

export function sentences(paragraph: readonly Span[]): Span[][] {
  return [[...paragraph]]
}

export function secondsFor(words: number, wordsPerMinute: number): number {
  return (words / wordsPerMinute) * 60
}
