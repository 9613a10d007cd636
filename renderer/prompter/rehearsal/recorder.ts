import { withSample, type Sample } from '../../../shared/rehearsal/reading'
import type { Moved } from '../edits'
import { samplesAfter } from './edited'

/** A longer silence was a sleeping computer, and no time of the rehearsal, in seconds. */
const ASLEEP = 10

/** Writes down where the script is, as time goes by. */
export type Recorder = {
  readonly samples: readonly Sample[]
  /** The seconds since the first look, without those that the computer slept. */
  readonly seconds: () => number
  readonly look: (word: number, on: Sample['on']) => void
  /** The script was edited; time in a cue that is gone is none of the script's. */
  readonly edited: (moved: Moved) => void
}

/** A recorder; `clock` gives milliseconds that never go back. */
export function createRecorder(clock: () => number): Recorder {
  const samples: Sample[] = []
  let seconds = 0
  let last: number | null = null
  const seen = () => {
    const passed = last === null ? 0 : (clock() - last) / 1000
    return passed > ASLEEP ? seconds : seconds + passed
  }
  return {
    samples,
    seconds: seen,
    look: (word, on) => {
      seconds = seen()
      last = clock()
      withSample(samples, { seconds, word, on })
    },
    edited: (moved) => {
      const after = samplesAfter(samples, moved)
      samples.length = 0
      for (const sample of after) samples.push(sample)
    },
  }
}
