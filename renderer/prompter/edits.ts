import { placedWords } from '../../shared/script/words'
import { cueAt, type Outline, type OutlineCue } from './outline'

/** Rounding of measured pixels may leave a place a hair before the word it stands for. */
const HAIR = 0.01

/** Where a word of the script as it was is now; null where its cue is gone. */
export type Moved = (word: number) => number | null

const wordsOf = ({ paragraphs }: OutlineCue) => paragraphs.flatMap(placedWords).map(({ text }) => text)

/** How many words two rows of words have in common, from their start on. */
function common(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, index) => word !== other[index])
  return at < 0 ? one.length : at
}

/** Where the words of a cue went: those before and after what was changed stay what they are. */
function movedIn(before: OutlineCue, after: OutlineCue): (offset: number) => number {
  if (before.paragraphs === after.paragraphs) return (offset) => offset
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const head = common(old, now)
  const tail = common(old.slice(head).toReversed(), now.slice(head).toReversed())
  const [oldTail, newTail] = [old.length - tail, now.length - tail]
  const to = (offset: number) => {
    if (offset + HAIR < head) return offset
    return offset + HAIR < oldTail ? Math.min(offset, newTail) : offset - oldTail + newTail
  }
  // After the last word comes none that could stay where it is: the place stays behind that one.
  return (offset) =>
    offset + HAIR < old.length ? to(offset) : Math.min(now.length, to(Math.max(0, old.length - 1)) + 1)
}

/** What an edit did to the places of a script. The same word stays the same place, as far as it is still there. */
export function movedBy(before: Outline, after: Outline): Moved {
  const known = new Map<string, (offset: number) => number>()
  const cues = new Map(after.cues.map((cue) => [cue.id, cue]))
  return (word) => {
    const from = cueAt(before, word)
    const to = cues.get(from?.id ?? '')
    if (from === undefined || to === undefined || to.words === 0) return null
    const moved = known.get(from.id) ?? movedIn(from, to)
    known.set(from.id, moved)
    return to.before + moved(Math.max(0, word - from.before))
  }
}

/** The place of a word once the script was edited: where its cue is gone, at the next one that is still there. */
export function placeAfterEdit(before: Outline, after: Outline, word: number): number {
  const moved = movedBy(before, after)(word)
  if (moved !== null) return moved
  const gone = cueAt(before, word)
  const left = new Map(after.cues.filter(({ words }) => words > 0).map((cue) => [cue.id, cue.before]))
  const next = before.cues.slice(gone === undefined ? 0 : before.cues.indexOf(gone) + 1)
  return next.map(({ id }) => left.get(id)).find((start) => start !== undefined) ?? after.words
}
