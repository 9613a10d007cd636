import { unreadable } from './fault'
import type { Span } from './values'

/** What a string stands for, and the byte after it. */
export type ReadString = { readonly bytes: Uint8Array; readonly end: number }

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

function cutOff(): never {
  return unreadable('This PDF ends in the middle of a string: it is cut off.', 'cutOff')
}

function isOctal(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37
}

/** The byte an escape stands for (null: none, a line goes on) and the length of the escape with its backslash. */
function escaped(bytes: Uint8Array, at: number): { byte: number | null; length: number } {
  const next = bytes[at + 1] ?? 0
  if (next === 13) return { byte: null, length: bytes[at + 2] === 10 ? 3 : 2 }
  if (next === 10) return { byte: null, length: 2 }
  if (!isOctal(next)) return { byte: ESCAPES[String.fromCharCode(next)] ?? next, length: 2 }
  let value = 0
  let length = 1
  for (let byte = bytes[at + length]; length < 4 && isOctal(byte); byte = bytes[at + length]) {
    value = value * 8 + byte - 0x30
    length += 1
  }
  return { byte: value & 0xff, length }
}

/** The byte after the bracket that closes a literal string, and whether there is anything to decode in it. */
function closing(bytes: Uint8Array, { start, end }: Span): { end: number; plain: boolean } {
  let open = 0
  let plain = true
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === 0x5c || byte === 13) plain = false
    if (byte === 0x5c) at += 1
    else if (byte === 0x28) open += 1
    else if (byte === 0x29) {
      open -= 1
      if (open === 0) return { end: at + 1, plain }
    }
  }
  return cutOff()
}

/** A literal string (7.3.4.2) that starts with its bracket at `span.start`. */
export function literalString(bytes: Uint8Array, span: Span): ReadString {
  const { end, plain } = closing(bytes, span)
  if (plain) return { bytes: bytes.subarray(span.start + 1, end - 1), end }
  const text = new Uint8Array(end - span.start - 2)
  let length = 0
  for (let at = span.start + 1; at < end - 1;) {
    const byte = bytes[at] ?? 0
    if (byte === 0x5c) {
      const escape = escaped(bytes, at)
      if (escape.byte !== null) text[length++] = escape.byte
      at += escape.length
    } else {
      text[length++] = byte === 13 ? 10 : byte
      at += byte === 13 && bytes[at + 1] === 10 ? 2 : 1
    }
  }
  return { bytes: text.subarray(0, length), end }
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return cutOff()
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/**
 * A hexadecimal string (7.3.4.3) that starts with its bracket at `span.start`. A sign that is no digit counts as
 * 0, so that a signature with a damaged digit is a changed one and no unreadable file.
 */
export function hexString(bytes: Uint8Array, { start, end }: Span): ReadString {
  const close = bytes.indexOf(0x3e, start)
  if (close < 0 || close >= end) cutOff()
  const text = new Uint8Array((close - start) >> 1)
  let digits = 0
  for (let at = start + 1; at < close; at += 1) {
    const byte = bytes[at] ?? 0
    const digit = hexDigit(byte)
    if (digit < 0 && byte <= 32) continue
    const value = Math.max(0, digit)
    text[digits >> 1] = (text[digits >> 1] ?? 0) | (digits % 2 === 0 ? value << 4 : value)
    digits += 1
  }
  return { bytes: text.subarray(0, (digits + 1) >> 1), end: close + 1 }
}
