import { readFileSync, writeFileSync } from 'node:fs'

export const RATE = 16_000

export type Sound = { readonly rate: number; readonly samples: Float32Array }

/** Reads a WAV file of 16-bit samples of one channel; the size in its head may be wrong, as of a pipe. */
export function readWave(path: string): Sound {
  const bytes = readFileSync(path)
  const rate = bytes.readUInt32LE(24)
  let at = 12
  while (bytes.toString('latin1', at, at + 4) !== 'data') at += 8 + bytes.readUInt32LE(at + 4)
  const count = Math.floor(Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8) / 2)
  const samples = new Float32Array(count)
  for (let index = 0; index < count; index += 1)
    samples[index] = bytes.readInt16LE(at + 8 + index * 2) / 32_768
  return { rate, samples }
}

/** Writes a WAV file of 16-bit samples of one channel. */
export function writeWave(path: string, { rate, samples }: Sound): void {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2)
  })
  writeFileSync(path, bytes)
}

const TAPS = 16

/** The same sound at another rate: a windowed sinc, below half of the lower rate. */
export function resampled({ rate, samples }: Sound, to: number): Float32Array {
  if (rate === to) return samples
  const cut = Math.min(1, to / rate)
  const reach = Math.ceil(TAPS / cut)
  return Float32Array.from({ length: Math.floor((samples.length * to) / rate) }, (_, index) => {
    const centre = (index * rate) / to
    let sum = 0
    for (
      let at = Math.max(0, Math.ceil(centre - reach));
      at <= centre + reach && at < samples.length;
      at += 1
    ) {
      const x = (at - centre) * cut
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
      sum += (samples[at] ?? 0) * sinc * cut * (0.5 + 0.5 * Math.cos((Math.PI * (at - centre)) / reach))
    }
    return sum
  })
}
