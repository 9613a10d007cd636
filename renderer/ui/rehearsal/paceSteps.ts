import { paceOf } from '../../../shared/rehearsal/run'
import type { Run } from '../../../shared/rehearsal/schema'

/** One step of the plotted pace: a part of the script, from 0 to 1, and whether it follows right on the one before. */
export type PaceStep = {
  readonly from: number
  readonly to: number
  readonly pace: number
  readonly joins: boolean
}

/** The steps of a run's pace; what was not read leaves a gap. */
export function paceSteps({ stretches, words }: Pick<Run, 'stretches' | 'words'>): readonly PaceStep[] {
  const steps: PaceStep[] = []
  for (const stretch of stretches) {
    const pace = paceOf(stretch)
    if (pace === null) continue
    const from = stretch.from / words
    const joins = steps.at(-1)?.to === from
    steps.push({ from, to: (stretch.from + stretch.words) / words, pace, joins })
  }
  return steps
}

/** The axis ends at a round figure, and no single burst may press the rest of the line flat. */
const [ROUND, LEAST, MOST] = [50, 200, 400]

/** Where the axis of these paces ends. */
export function scaleFor(paces: readonly number[]): number {
  const most = Math.max(LEAST, ...paces)
  return Math.min(MOST, Math.ceil(most / ROUND) * ROUND)
}

/** The cues with their numbers, and where each begins and ends in the script, from 0 to 1. */
export function cuePlaces({ cues, words }: Pick<Run, 'cues' | 'words'>) {
  let before = 0
  return cues.map(({ cue, words: own }, index) => {
    const from = before / words
    before += own
    return { cue, number: index + 1, from, to: before / words }
  })
}
