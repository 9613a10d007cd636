import type { Sample } from '../../../shared/rehearsal/reading'
import { movedBy, type Moved } from '../edits'
import { cueAt, type Outline } from '../outline'

/** So far before the end of a cue a place is in it still, and no rounding takes it for the next one, in words. */
const WITHIN = 0.02

/** Whether two scripts have the same words in the same places, as far as they are counted. */
function isAlike(one: Outline, other: Outline): boolean {
  return (
    one.paragraphs.length === other.paragraphs.length &&
    one.paragraphs.every(({ cue, index, before, words }, at) => {
      const now = other.paragraphs[at]
      return now?.cue === cue && now.index === index && now.before === before && now.words === words
    })
  )
}

/**
 * What an edit did to the places of a script, or null where it moved none. A place stays in its cue, at the same
 * word as far as that is still there.
 */
export function movedWithin(before: Outline, after: Outline): Moved | null {
  if (isAlike(before, after)) return null
  const moved = movedBy(before, after)
  return (word) => {
    const to = moved(word)
    const cue = to === null ? undefined : after.cues.find(({ id }) => id === cueAt(before, word)?.id)
    if (to === null || cue === undefined) return null
    const end = cue.before + cue.words
    return Math.min(to, end === after.words ? end : end - WITHIN)
  }
}

/** The moment at which a script that went on evenly from one sample to the other was at a word. */
function momentOf(from: Sample, to: Sample, word: number): number {
  return from.seconds + ((to.seconds - from.seconds) * (word - from.word)) / (to.word - from.word)
}

/** Where words were put in between two samples, one before them and one after: nobody read what was not there. */
function around(from: Sample, to: Sample, moved: Moved): readonly Sample[] {
  const [first, last] = [Math.ceil(from.word), Math.floor(to.word)]
  const between = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return between.flatMap((border) => {
    const [before, after] = [moved(border - WITHIN), moved(border)]
    if (border <= from.word || before === null || after === null || after - before < 1) return []
    const seconds = momentOf(from, to, border)
    return [before, after].map((word): Sample => ({ seconds, word, on: from.on }))
  })
}

/** Samples of a script as it was, in the words of the script as it is; time in a cue that is gone is none of it. */
export function samplesAfter(samples: readonly Sample[], moved: Moved): readonly Sample[] {
  let last = 0
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1]
    const put = before === undefined ? [] : around(before, sample, moved)
    const word = moved(sample.word)
    last = word ?? last
    return [...put, word === null ? { ...sample, word: last, on: 'away' } : { ...sample, word }]
  })
}
