import { SOUND } from './protocol'

/** Even a quiet room is louder than this through a microphone that works; a muted one gives nothing at all. */
const NOTHING = 1e-5

/** So many seconds of nothing, and the microphone is taken to be muted. */
const MUTED_AFTER = 3

/** Tells whether any sound arrives whenever that changes, and null otherwise. */
export function soundMeter(): (samples: Float32Array) => boolean | null {
  let silent = 0
  let sound = true
  return (samples) => {
    const any = samples.some((sample) => Math.abs(sample) > NOTHING)
    silent = any ? 0 : silent + samples.length / SOUND.rate
    const now = silent < MUTED_AFTER
    if (now === sound) return null
    sound = now
    return now
  }
}
