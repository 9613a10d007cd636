import type { Fault } from '../meeting/file'
import type { RehearsalsFile, Run } from './schema'

/** Sums of rounded figures may be off by a little. */
const ROUNDING = 0.5

function cueFaults(run: Run, path: string): readonly Fault[] {
  const words = run.cues.reduce((all, cue) => all + cue.words, 0)
  const sum = { path: `${path}.words`, reason: `is ${run.words}, and its cues have ${words} together` }
  return [
    ...(words === run.words ? [] : [sum]),
    ...run.cues.flatMap(({ read, words: own }, index) => {
      const reason = `is ${read}, more than the ${own} words of the cue`
      return read > own + ROUNDING ? [{ path: `${path}.cues[${index}].read`, reason }] : []
    }),
  ]
}

function runFaults(run: Run, index: number, runs: readonly Run[]): readonly Fault[] {
  const path = `runs[${index}]`
  const before = runs[index - 1]
  const isTwice = runs.findIndex(({ id }) => id === run.id) < index
  const isEarlier = before !== undefined && Date.parse(run.at) < Date.parse(before.at)
  return [
    ...(isTwice ? [{ path: `${path}.id`, reason: 'is there twice' }] : []),
    ...(isEarlier ? [{ path: `${path}.at`, reason: 'is earlier than the run before it' }] : []),
    ...cueFaults(run, path),
  ]
}

/** What does not hold together in a well-shaped file of rehearsals. */
export function rehearsalFaults({ runs }: RehearsalsFile): readonly Fault[] {
  return runs.flatMap(runFaults)
}
