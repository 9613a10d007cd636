/** So quiet, against the voice, is the least noise there is in sound that people record. */
export const HUSH = 0.02

/** The level of the voice is forgotten by half, and that of the noise doubled, in so many seconds. */
const FORGET = 4

/** Uniform noise of this much to either side has a level of one. */
const PEAK = Math.sqrt(3)

/**
 * Puts a hush under a voice that has none: as much noise as a good room has, less what is there already. The models
 * were made of what microphones hear. In sound that a gate or a synthesiser has left empty between its tones, speech
 * is unlike any they know, and passes for silence.
 */
export class Hush {
  private voice = 0
  private noise = Number.POSITIVE_INFINITY
  private state = 1

  constructor(
    private readonly rate: number,
    private readonly share = HUSH,
  ) {}

  /** The same sound with the hush under it. */
  under(samples: Float32Array): Float32Array {
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
    const level = Math.sqrt(power)
    const kept = 0.5 ** (samples.length / this.rate / FORGET)
    this.voice = Math.max(level, this.voice * kept)
    this.noise = Math.min(level, this.noise / kept)
    const missing = (this.voice * this.share) ** 2 - this.noise ** 2
    if (missing <= 0) return samples
    const most = Math.sqrt(missing) * PEAK
    return samples.map((sample) => sample + most * this.next())
  }

  /** The next of a row of numbers from -1 to 1 that looks random and is always the same. */
  private next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) | 0
    return this.state / 2 ** 31
  }
}
