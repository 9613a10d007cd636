const BROKEN = 0xfffd

/** How many bytes follow a first one, and the least code point they may stand for (RFC 3629). */
function shapeOf(first: number): readonly [more: number, least: number] | null {
  if (first < 0x80) return [0, 0]
  if (first >= 0xc2 && first < 0xe0) return [1, 0x80]
  if (first >= 0xe0 && first < 0xf0) return [2, 0x800]
  return first >= 0xf0 && first < 0xf5 ? [3, 0x10000] : null
}

/** The code point at a place, and how many bytes it takes; U+FFFD of one byte where it is none. */
function codeAt(bytes: Uint8Array, at: number): readonly [code: number, length: number] {
  const first = bytes[at] ?? 0
  const shape = shapeOf(first)
  if (shape === null) return [BROKEN, 1]
  const [more, least] = shape
  let code = more === 0 ? first : first & (0x3f >> more)
  for (let index = 1; index <= more; index += 1) {
    const byte = bytes[at + index] ?? 0
    if ((byte & 0xc0) !== 0x80) return [BROKEN, 1]
    code = code * 64 + (byte & 0x3f)
  }
  const sound = code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return sound ? [code, more + 1] : [BROKEN, 1]
}

/** UTF-8 as text; bytes that are none become U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      piece += String.fromCharCode(byte)
      at += 1
    } else {
      const [code, length] = codeAt(bytes, at)
      piece += String.fromCodePoint(code)
      at += length
    }
    if (piece.length > 4096) {
      pieces.push(piece)
      piece = ''
    }
  }
  return pieces.join('') + piece
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
