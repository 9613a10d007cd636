import { speedOf, type Run, type Step } from '../../shared/script/pace'
import type { Leg } from '../../shared/voice/glide'

/**
 * `run` is the whole way to the end, `leg` the part of it that is animated: the numbers that the compositor
 * reckons with stay small enough to be exact. A `way` is curved; `after` is told where it ended.
 */
export type Journey =
  | {
      readonly animation: Animation
      readonly run: Run
      readonly leg: Run
      readonly steps: readonly Step[] | null
      readonly way: null
    }
  | { readonly animation: Animation; readonly way: readonly Leg[]; readonly after: (at: number) => void }

/** The longest leg, in pixels. */
const LONGEST_LEG = 50_000

/** The first leg of a run. */
export function legOf(run: Run): Run {
  const to = Math.min(run.to, run.from + LONGEST_LEG)
  return { from: run.from, to, seconds: to === run.to ? run.seconds : (to - run.from) / speedOf(run) }
}

/** What is left of a run after its first leg. */
export function restOf(run: Run, leg: Run): Run {
  return { from: leg.to, to: run.to, seconds: run.seconds - leg.seconds }
}
