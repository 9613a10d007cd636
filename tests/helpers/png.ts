import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256

type Chunk = { readonly type: string; readonly data: Buffer }

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** Undoes the filters of a PNG's rows, of `size` bytes a pixel and `width` pixels a row. */
function unfiltered(raw: Buffer, width: number, height: number, size: number): Buffer {
  const row = width * size
  const pixels = Buffer.alloc(row * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x
      const left = x < size ? 0 : (pixels[at - size] ?? 0)
      const above = y === 0 ? 0 : (pixels[at - row] ?? 0)
      const corner = x < size || y === 0 ? 0 : (pixels[at - row - size] ?? 0)
      const added = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, corner)][filter] ?? 0
      pixels[at] = (raw[y * (row + 1) + x + 1] ?? 0) + added
    }
  }
  return pixels
}

function nearest(colour: number, palette: readonly number[]): number {
  const part = (from: number, shift: number) => (from >> shift) & 0xff
  const apart = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (part(colour, shift) - part(other, shift)) ** 2, 0)
  const distances = palette.map(apart)
  return distances.indexOf(Math.min(...distances))
}

/**
 * The same picture with a palette of its commonest colours, a quarter of the size. For screens: flat grounds and
 * letters. Takes what Chromium makes: 8 bits a channel, with or without transparency, which is left out.
 */
export function withPalette(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks[0]?.data ?? Buffer.alloc(13)
  const [width, height, depth, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]
  if (depth !== 8 || (kind !== 2 && kind !== 6))
    throw new Error(`A PNG of another kind: ${depth} bits, ${kind}`)
  const size = kind === 6 ? 4 : 3
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = unfiltered(inflateSync(packed), width, height, size)
  const colours = Array.from({ length: width * height }, (_, index) => pixels.readUIntBE(index * size, 3))
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const commonest = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour)
  const palette = commonest.slice(0, MOST_COLOURS)
  const places = new Map(commonest.map((colour, index) => [colour, index < MOST_COLOURS ? index : -1]))
  for (const [colour, index] of places) if (index < 0) places.set(colour, nearest(colour, palette))
  const rows = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, index) => {
    rows[index + Math.floor(index / width) + 1] = places.get(colour) ?? 0
  })
  header[9] = 3
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
