import type { Meeting, PhraseMark } from '../../shared/meeting/schema'
import type { ScriptCue } from '../../shared/script/cues'
import { countWords } from '../../shared/script/words'
import { paragraphWords } from './paragraphWords'

/** A must-say phrase of the script: its cue, its text as the playbook has it, as it is read, and its last word. */
export type Phrase = {
  readonly id: string
  readonly cue: string
  readonly number: number
  readonly phrase: string
  readonly text: string
  /** How many words have been spoken before its first one, and when its last one has. */
  readonly start: number
  readonly end: number
}

/** What tells one phrase from the others, also in the page. */
export function phraseId(cue: string, phrase: string): string {
  return `${cue} ${phrase}`
}

/** The must-say phrases of a script, in the order they are read in. */
export function phrasesOf(cues: readonly ScriptCue[]): readonly Phrase[] {
  const found = new Map<string, Phrase>()
  let words = 0
  for (const { id: cue, number, paragraphs } of cues) {
    for (const paragraph of paragraphs) {
      paragraph.forEach(({ phrase, text }, index) => {
        if (phrase === undefined) return
        const id = phraseId(cue, phrase)
        const known = found.get(id)
        const start = known?.start ?? words + countWords([paragraph.slice(0, index)])
        const end = words + countWords([paragraph.slice(0, index + 1)])
        found.set(id, { id, cue, number, phrase, text: (known?.text ?? '') + text, start, end })
      })
      words += paragraphWords(paragraph)
    }
  }
  return [...found.values()]
}

type Marks = ReadonlyMap<string, PhraseMark['mark']>

/** The marks that phrases have, by their ids. */
export function marksOf(meeting: Pick<Meeting, 'phrases'>): Marks {
  return new Map(meeting.phrases.map(({ cue, phrase, mark }) => [phraseId(cue, phrase), mark]))
}

/** Whether a mark says that the phrase was said: it passed the reading line, was heard, or was ticked by hand. */
export function isSaid(mark: PhraseMark['mark'] | undefined): boolean {
  return mark === 'shown' || mark === 'heard' || mark === 'ticked'
}

/** Measured places are a hair off the words they stand for. */
const HAIR = 0.01

/** The phrases that came past the reading line on the way from one word to another, and have no mark yet. */
export function passed(
  phrases: readonly Phrase[],
  from: number,
  to: number,
  marks: Marks,
): readonly Phrase[] {
  return phrases.filter(({ id, end }) => from + HAIR < end && end <= to + HAIR && !marks.has(id))
}

/** A way this much longer than the pace allows was a jump, and what it passed over was not read. */
const JUMP_FACTOR = 1.5
const JUMP_WORDS = 3

/** Whether so many words in so many seconds were a jump and not reading. */
export function isJump(words: number, seconds: number, wordsPerMinute: number): boolean {
  return words < 0 || words > (wordsPerMinute / 60) * seconds * JUMP_FACTOR + JUMP_WORDS
}

/** So much of a phrase must have been heard; small words are often swallowed. */
const ENOUGH = 0.8

/** The phrases heard where they stand to their ends: those without a mark, and those that were only shown so far. */
export function heardOf(
  phrases: readonly Phrase[],
  words: ReadonlySet<number>,
  marks: Marks,
): readonly Phrase[] {
  return phrases.filter(({ id, start, end }) => {
    const mark = marks.get(id)
    if ((mark !== undefined && mark !== 'shown') || !words.has(end - 1)) return false
    const own = Array.from({ length: end - start }, (_, index) => start + index)
    return own.filter((word) => words.has(word)).length >= ENOUGH * own.length
  })
}
