import { isRead } from './run'
import type { CueRun, Run } from './schema'
import { spokenPace } from './spoken'

/** So much more or less is a change: nobody speaks by the second. */
const SAME = { seconds: 3, share: 0.1 }

/**
 * A cue in two runs. `by` is how many seconds more it took in the later one; `new`: only there; `gone`: only in
 * the earlier one; `unread`: not read far enough in one of them. `words` is how many more it has.
 */
export type CueChange = {
  readonly cue: string
  readonly heading: string
  readonly is: 'longer' | 'shorter' | 'same' | 'new' | 'gone' | 'unread'
  readonly by: number
  readonly words: number
}

function change(before: CueRun, after: CueRun): CueChange {
  const { cue, heading } = after
  const words = after.words - before.words
  if (!isRead(before) || !isRead(after)) return { cue, heading, is: 'unread', by: 0, words }
  const by = after.seconds - before.seconds
  const isSame = Math.abs(by) < Math.max(SAME.seconds, before.seconds * SAME.share)
  return { cue, heading, is: isSame ? 'same' : by > 0 ? 'longer' : 'shorter', by, words }
}

/** What changed from one run to a later one, cue by cue: those of the later one in order, then those that went. */
export function compareRuns(before: Run, after: Run): readonly CueChange[] {
  const known = new Map(before.cues.map((cue) => [cue.cue, cue]))
  const there = new Set(after.cues.map(({ cue }) => cue))
  const only = ({ cue, heading, words }: CueRun, is: 'new' | 'gone'): CueChange => {
    return { cue, heading, is, by: 0, words: is === 'new' ? words : -words }
  }
  return [
    ...after.cues.map((cue) => {
      const old = known.get(cue.cue)
      return old === undefined ? only(cue, 'new') : change(old, cue)
    }),
    ...before.cues.filter(({ cue }) => !there.has(cue)).map((cue) => only(cue, 'gone')),
  ]
}

/** How many seconds more the cues took that were read in both runs; null where there is none. */
export function totalChange(changes: readonly CueChange[]): number | null {
  const both = changes.filter(({ is }) => is === 'longer' || is === 'shorter' || is === 'same')
  return both.length === 0 ? null : both.reduce((all, { by }) => all + by, 0)
}

/** How a cue was spoken in a later run: so many words a minute faster, and so many filler pauses more. */
export type SpokenChange = { readonly pace: number; readonly pauses: number }

/** So many words a minute more or less are the same pace. */
const SAME_PACE = 5

/** What changed in how the cues were spoken, by the cue's id; only those that were listened to in both runs. */
export function compareSpoken(
  before: Pick<Run, 'cues'>,
  after: Pick<Run, 'cues'>,
): ReadonlyMap<string, SpokenChange> {
  const known = new Map(before.cues.map((cue) => [cue.cue, cue]))
  return new Map(
    after.cues.flatMap((cue) => {
      const old = known.get(cue.cue)
      if (cue.spoken === undefined || old?.spoken === undefined || !isRead(cue) || !isRead(old)) return []
      const [then, now] = [spokenPace(old), spokenPace(cue)]
      const by = then === null || now === null ? 0 : Math.round(now) - Math.round(then)
      const pace = Math.abs(by) < SAME_PACE ? 0 : by
      return [[cue.cue, { pace, pauses: cue.spoken.pauses - old.spoken.pauses }] as const]
    }),
  )
}
