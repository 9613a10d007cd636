import type { PhraseMark } from './schema'

/** What is known of a must-say phrase: its mark, or null without one. */
type Mark = PhraseMark['mark'] | null

const WORDS = {
  heard: 'heard',
  shown: 'only shown',
  ticked: 'ticked by hand',
  neither: 'neither',
} as const

const standing = (mark: Mark) => (mark === null || mark === 'unticked' ? 'neither' : mark)

/** Whether a phrase was heard, only shown, ticked by hand, or neither. */
export function phraseWords(mark: Mark): string {
  return WORDS[standing(mark)]
}

/** How many phrases were heard, only shown and so on, e.g. `2 heard, 4 only shown, 1 neither shown nor heard`. */
export function phrasesWords(marks: readonly Mark[]): string {
  const all = marks.map(standing)
  return (['heard', 'shown', 'ticked', 'neither'] as const)
    .map((each) => [all.filter((is) => is === each).length, WORDS[each]] as const)
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}${words === WORDS.neither ? ' shown nor heard' : ''}`)
    .join(', ')
}
