import type { Span } from '../script/fill'
import { placedWords, sentenceStarts } from '../script/words'

/** A word to be spoken, as written, and whether a sentence begins with it. */
export type SpokenWord = { readonly text: string; readonly starts: boolean }

function wordsOf(paragraph: readonly Span[]): readonly SpokenWord[] {
  const starts = sentenceStarts(paragraph)
  let sentence = -1
  return placedWords(paragraph).map(({ text, start }) => {
    const within = starts.findLastIndex((each) => each <= start)
    const begins = within !== sentence
    sentence = within
    return { text, starts: begins }
  })
}

/** The words to be spoken, as many as `countWords` counts: a word's index is its number in the script. */
export function spokenWords(paragraphs: readonly (readonly Span[])[]): readonly SpokenWord[] {
  return paragraphs.flatMap(wordsOf)
}
