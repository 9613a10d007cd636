import { PACE, withinPace } from '../script/pace'
import { wordsRead } from './run'
import type { CueRun, Run } from './schema'
import { spokenPace } from './spoken'

/**
 * A pace to adopt, and what it rests on: words and seconds that count, and how many seconds were left out. The words
 * are those that were heard (`voice`), those that went by while somebody spoke (`speech`), or those that the
 * prompter showed (`prompter`). Rests are left out of the first two, only standstills out of the last.
 */
export type PaceToAdopt = {
  readonly wordsPerMinute: number
  readonly words: number
  readonly seconds: number
  readonly without: number
  readonly from: 'voice' | 'speech' | 'prompter'
}

/** Fewer words than this say nothing about a pace. */
const LEAST_WORDS = 40

/** So much of the words at either end, the slowest and the fastest, does not count. */
const TRIM = 0.1

type Part = { readonly words: number; readonly seconds: number }

const paceOf = ({ words, seconds }: Part) => words / seconds

/** The parts without the slowest and the fastest tenth of the words; a part at the border counts by its share. */
function trimmed(parts: readonly Part[]): Part {
  const all = parts.reduce((sum, { words }) => sum + words, 0)
  const [least, most] = [all * TRIM, all * (1 - TRIM)]
  let before = 0
  let kept: Part = { words: 0, seconds: 0 }
  for (const part of parts.toSorted((one, other) => paceOf(one) - paceOf(other))) {
    const words = Math.max(0, Math.min(most, before + part.words) - Math.max(least, before))
    kept = { words: kept.words + words, seconds: kept.seconds + (part.seconds * words) / part.words }
    before += part.words
  }
  return kept
}

type Counted = Pick<PaceToAdopt, 'from' | 'without'> & { readonly parts: readonly Part[] }

/** The parts of a run that were spoken: as they were heard, or at least while somebody spoke. */
function spokenParts(cues: readonly CueRun[], from: 'voice' | 'speech'): Counted {
  const parts = cues.flatMap((cue) => {
    const pace = spokenPace(cue)
    const heard = cue.spoken?.heard?.words ?? null
    if (pace === null || (heard === null) === (from === 'voice')) return []
    const words = heard ?? cue.read
    return [{ words, seconds: (words * 60) / pace }]
  })
  const without = cues.reduce((all, { spoken }) => {
    return all + (spoken === undefined ? 0 : Math.max(0, spoken.listened - spoken.seconds))
  }, 0)
  return { from, parts, without }
}

function shownParts(cues: readonly CueRun[]): Counted {
  const parts = cues.map(({ read, seconds, stopped }) => ({ words: read, seconds: seconds - stopped }))
  return { from: 'prompter', parts, without: cues.reduce((all, { stopped }) => all + stopped, 0) }
}

const wordsOf = (parts: readonly Part[]) => parts.reduce((all, { words }) => all + words, 0)

/**
 * The pace at which this presenter reads this script, without the slowest and the fastest tenth of the words, so
 * that one bad passage does not decide. Where most of the words were spoken to somebody who listens, it is that of
 * the time spoken, rests left out; else words by time, breaths and things said twice included, standstills left
 * out. Null after too little reading.
 */
export function paceToAdopt({ cues }: Pick<Run, 'cues'>): PaceToAdopt | null {
  const most = wordsRead({ cues }) / 2
  const spoken = (['voice', 'speech'] as const).map((from) => spokenParts(cues, from))
  const counted = spoken.find(({ parts }) => wordsOf(parts) > most) ?? shownParts(cues)
  const parts = counted.parts.filter((part) => part.words > 0 && part.seconds > 0)
  if (wordsOf(parts) < LEAST_WORDS) return null
  const { words, seconds } = trimmed(parts)
  const exact = (words * 60) / seconds
  return {
    wordsPerMinute: withinPace(Math.round(exact / PACE.step) * PACE.step),
    words: Math.round(words),
    seconds,
    without: counted.without,
    from: counted.from,
  }
}
