import type { MoveCommand } from '../../shared/keys/prompter'
import type { ScriptCue } from '../../shared/script/cues'
import { countWords, sentences } from '../../shared/script/words'
import { paragraphWords } from './paragraphWords'

/** A paragraph of spoken text: where it belongs, and the words before it and in it. */
export type OutlineParagraph = {
  readonly cue: string
  readonly index: number
  readonly before: number
  readonly words: number
}

/** A cue with the words before it. A slot holds none. */
export type OutlineCue = Pick<ScriptCue, 'id' | 'number' | 'heading' | 'paragraphs'> & {
  readonly before: number
  readonly words: number
}

/** The script as a row of words: what is where, and where one can go. */
export type Outline = {
  readonly cues: readonly OutlineCue[]
  readonly paragraphs: readonly OutlineParagraph[]
  readonly sentenceStarts: () => readonly number[]
  readonly cueStarts: readonly number[]
  readonly words: number
}

/** A place that an edit elsewhere does not move: a word of a paragraph of a cue. */
export type Place = { readonly cue: string; readonly paragraph: number; readonly word: number }

/** Sentences are found only when somebody goes by them: in a long script that takes a while. */
function sentenceStartsOf(cues: readonly ScriptCue[]): () => readonly number[] {
  let found: readonly number[] | null = null
  return () => {
    if (found !== null) return found
    let words = 0
    const starts: number[] = []
    for (const sentence of cues.flatMap((cue) =>
      cue.paragraphs.flatMap((paragraph) => sentences(paragraph)),
    )) {
      const own = countWords([sentence])
      if (own > 0) starts.push(words)
      words += own
    }
    found = starts
    return starts
  }
}

/** The outline of a script. */
export function outlineOf(cues: readonly ScriptCue[]): Outline {
  let words = 0
  const paragraphs: OutlineParagraph[] = []
  const outlined = cues.map((cue): OutlineCue => {
    const before = words
    cue.paragraphs.forEach((paragraph, index) => {
      const own = paragraphWords(paragraph)
      if (own > 0) paragraphs.push({ cue: cue.id, index, before: words, words: own })
      words += own
    })
    const { id, number, heading, paragraphs: texts } = cue
    return { id, number, heading, paragraphs: texts, before, words: words - before }
  })
  const cueStarts = outlined.filter((cue) => cue.words > 0).map((cue) => cue.before)
  return { cues: outlined, paragraphs, sentenceStarts: sentenceStartsOf(cues), cueStarts, words }
}

/** Rounding of measured pixels may leave a place a hair before the word it was sent to. */
const HAIR = 0.01

/** The cue that is being read at this word. Slots are passed over. */
export function cueAt(outline: Outline, word: number): OutlineCue | undefined {
  const spoken = outline.cues.filter((cue) => cue.words > 0)
  return spoken.findLast((cue) => cue.before <= word + HAIR) ?? outline.cues[0]
}

/** This word as a place that outlives edits. */
export function placeOf(outline: Outline, word: number): Place | null {
  const paragraph = outline.paragraphs.findLast((each) => each.before <= word + HAIR)
  if (paragraph === undefined) return null
  return { cue: paragraph.cue, paragraph: paragraph.index, word: Math.max(0, word - paragraph.before) }
}

/** The word a place is at now; where its paragraph is gone, the start of its cue; null where that is gone too. */
export function wordOf(outline: Outline, place: Place): number | null {
  const paragraph = outline.paragraphs.find(
    (each) => each.cue === place.cue && each.index === place.paragraph,
  )
  if (paragraph !== undefined) return paragraph.before + Math.min(place.word, paragraph.words)
  return outline.cues.find((cue) => cue.id === place.cue)?.before ?? null
}

/** So many words into a sentence or cue, going back means to its own start. */
const INTO = 2.5

/** The word a command moves the script to, or null where there is nowhere to go. */
export function goalOf(command: MoveCommand, outline: Outline, word: number): number | null {
  const back = (starts: readonly number[]) => starts.findLast((start) => start < word - INTO) ?? 0
  const on = (starts: readonly number[]) => starts.find((start) => start > word + HAIR) ?? null
  switch (command) {
    case 'cue.previous':
      return back(outline.cueStarts)
    case 'cue.next':
      return on(outline.cueStarts)
    case 'sentence.back':
      return back(outline.sentenceStarts())
    case 'sentence.on':
      return on(outline.sentenceStarts())
    case 'start':
      return 0
    case 'end':
      return outline.words
  }
}
