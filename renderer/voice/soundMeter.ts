import { SOUND } from './protocol'

/** Even a quiet room is louder than this through a microphone that works; a muted one gives nothing at all. */
const NOTHING = 1e-5

/**
 * So many seconds of nothing, and the microphone is taken to be muted; one that gave sound before may only wait for
 * a voice, as headsets do that let no noise through.
 */
const MUTED_AFTER = { first: 3, later: 10 } as const

/** Tells whether any sound arrives whenever that changes, and null otherwise. */
export function soundMeter(): (samples: Float32Array) => boolean | null {
  let silent = 0
  let sound = true
  let heard = false
  return (samples) => {
    const any = samples.some((sample) => Math.abs(sample) > NOTHING)
    silent = any ? 0 : silent + samples.length / SOUND.rate
    heard ||= any
    const now = silent < (heard ? MUTED_AFTER.later : MUTED_AFTER.first)
    if (now === sound) return null
    sound = now
    return now
  }
}
