import { withSample, type Sample } from '../../../shared/rehearsal/reading'

/** A longer silence was a sleeping computer, and no time of the rehearsal, in seconds. */
const ASLEEP = 10

/** Writes down where the script is, as time goes by. */
export type Recorder = {
  readonly samples: readonly Sample[]
  /** The seconds since the first look, without those that the computer slept. */
  readonly seconds: () => number
  readonly look: (word: number, on: Sample['on']) => void
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
  }
}
