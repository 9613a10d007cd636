import { writeFileSync } from 'node:fs'

const RATE = 16_000

/** A vowel-like sound: a voice's harmonics, louder around two formants, with a little breath; a syllable each 200 ms. */
function voiced(at: number): number {
  const pitch = 120 + 15 * Math.sin(2 * Math.PI * 3 * at)
  let sum = 0
  for (let harmonic = 1; harmonic <= 25; harmonic += 1) {
    const hertz = pitch * harmonic
    const loud =
      Math.exp(-(((hertz - 600) / 250) ** 2)) + 0.6 * Math.exp(-(((hertz - 1400) / 400) ** 2)) + 0.05
    sum += loud * Math.sin(2 * Math.PI * 120 * harmonic * at)
  }
  const syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 5 * at)
  return 0.12 * sum * syllable
}

/** Writes a recording of one channel: so many seconds of a voice-like sound, then of a quiet room. */
export function writeBursts(path: string, sound: number, quiet: number): void {
  const count = Math.round((sound + quiet) * RATE)
  const data = Buffer.alloc(44 + count * 2)
  data.write('RIFF', 0)
  data.writeUInt32LE(36 + count * 2, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(1, 22)
  data.writeUInt32LE(RATE, 24)
  data.writeUInt32LE(RATE * 2, 28)
  data.writeUInt16LE(2, 32)
  data.writeUInt16LE(16, 34)
  data.write('data', 36)
  data.writeUInt32LE(count * 2, 40)
  for (let index = 0; index < count; index += 1) {
    const at = index / RATE
    // The room's own noise, the same in each run.
    const room = 0.0008 * Math.sin(index * index * 0.7)
    const sample = (at < sound ? voiced(at) : 0) + room
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_000), 44 + index * 2)
  }
  writeFileSync(path, data)
}
