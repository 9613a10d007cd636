import { Unzlib } from 'fflate'

import type { Inflate } from '../../shared/pdf/filters'

/** So much is unpacked at a time: zlib makes at most a thousandfold of it before it is counted. */
const PIECE = 16_384

class TooMuch extends Error {}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Unpacks zlib data in any browser, and stops at `most` bytes. */
export const inflateHere: Inflate = (data, most) => {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Unzlib((piece) => {
    length += piece.length
    if (length > most) throw new TooMuch()
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < data.length; at += PIECE)
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length)
  } catch (error) {
    // fflate throws plain errors for broken data.
    if (error instanceof Error) return null
    throw error
  }
  return data.length === 0 ? null : joined(pieces, length)
}
