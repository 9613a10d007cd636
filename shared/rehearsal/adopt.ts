import { PACE, withinPace } from '../script/pace'
import { wordsRead } from './run'
import type { CueRun, Run } from './schema'

/**
 * A pace to adopt, and what it rests on: words and seconds that count, stops left out, and whether what was heard
 * counts or what the prompter showed.
 */
export type PaceToAdopt = {
  readonly wordsPerMinute: number
  readonly words: number
  readonly seconds: number
  readonly stops: number
  readonly from: 'voice' | 'prompter'
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

function heard(cues: readonly CueRun[]): readonly Part[] {
  return cues.flatMap(({ spoken }) => (spoken === undefined ? [] : [spoken]))
}

/**
 * The pace at which this presenter reads this script: words by time, breaths and things said twice included,
 * without stops, and without the slowest and the fastest tenth, so that one bad passage does not decide. What was
 * heard comes before what the prompter showed where most of the words were heard. Null after too little reading.
 */
export function paceToAdopt(run: Run): PaceToAdopt | null {
  const voice = heard(run.cues).filter(({ words, seconds }) => words > 0 && seconds > 0)
  const isVoice = voice.reduce((all, { words }) => all + words, 0) > wordsRead(run) / 2
  const shown = run.cues.map(({ read, seconds, stopped }) => ({ words: read, seconds: seconds - stopped }))
  const parts = (isVoice ? voice : shown).filter(({ words, seconds }) => words > 0 && seconds > 0)
  if (parts.reduce((all, { words }) => all + words, 0) < LEAST_WORDS) return null
  const { words, seconds } = trimmed(parts)
  const exact = (words * 60) / seconds
  return {
    wordsPerMinute: withinPace(Math.round(exact / PACE.step) * PACE.step),
    words: Math.round(words),
    seconds,
    stops: run.cues.reduce((all, { stopped }) => all + stopped, 0),
    from: isVoice ? 'voice' : 'prompter',
  }
}
