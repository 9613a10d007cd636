import { randomOf } from './random'
import { RATE } from './wave'

/** A small meeting room, with the microphone at arm's length. */
const REVERB_SECONDS = 0.4
const REVERB_TAPS = 120
const REVERB_DECIBELS = -6

const energy = (samples: Float32Array) =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)

/** The echoes of a small room: sparse, at random, dying away by 60 decibels within its time. */
function echoed(samples: Float32Array, random: () => number): Float32Array {
  const taps = Array.from({ length: REVERB_TAPS }, () => {
    const seconds = 0.005 + random() * REVERB_SECONDS
    const gain = 10 ** ((-3 * seconds) / REVERB_SECONDS) * (random() < 0.5 ? -1 : 1)
    return { delay: Math.round(seconds * RATE), gain }
  })
  const whole = taps.reduce((sum, { gain }) => sum + gain * gain, 0)
  const share = Math.sqrt(10 ** (REVERB_DECIBELS / 10) / whole)
  const heard = Float32Array.from(samples)
  for (const { delay, gain } of taps)
    for (let index = delay; index < heard.length; index += 1)
      heard[index] = (heard[index] ?? 0) + (samples[index - delay] ?? 0) * gain * share
  return heard
}

/** A recording as in a room: echoes, and a hum and hiss so many decibels below the voice. */
export function inRoom(samples: Float32Array, decibels: number, seed: number): Float32Array {
  const random = randomOf(seed)
  const heard = echoed(samples, random)
  let low = 0
  const noise = Float32Array.from(heard, () => {
    const white = random() * 2 - 1
    low = 0.97 * low + 0.03 * white
    return white * 0.3 + low * 3
  })
  const loud = heard.filter((sample) => Math.abs(sample) > 0.01)
  const gain = Math.sqrt(energy(loud) / energy(noise) / 10 ** (decibels / 10))
  return heard.map((sample, index) => (sample + (noise[index] ?? 0) * gain) * 0.7)
}
