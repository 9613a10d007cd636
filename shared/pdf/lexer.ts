import { LIMITS, spend, type Budget } from './budget'
import { unreadable } from './fault'
import { literalString, hexString } from './strings'
import { latin1, NULL, type PdfDict, type PdfString, type PdfValue, type Span } from './values'

/** What a byte is (7.2.2): 0 regular, 1 white space, 2 a delimiter. */
const KINDS = new Uint8Array(256)
for (const white of [0, 9, 10, 12, 13, 32]) KINDS[white] = 1
for (const sign of '()<>[]{}/%') KINDS[sign.charCodeAt(0)] = 2
const LONGEST_WORD = 1_000

/** Whether a byte is white space (7.2.2). */
export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && KINDS[byte] === 1
}

/** What is read: the file itself (strings keep their spans), an object stream, or content without references. */
export type LexerKind = 'file' | 'packed' | 'content'

/** Reads the tokens and values of a PDF (7.2, 7.3) from `position` up to `end`. */
export class Lexer {
  position: number
  readonly bytes: Uint8Array
  readonly end: number
  readonly #budget: Budget
  readonly #kind: LexerKind

  constructor(bytes: Uint8Array, span: Span, budget: Budget, kind: LexerKind = 'file') {
    this.bytes = bytes
    this.position = span.start
    this.end = Math.min(span.end, bytes.length)
    this.#budget = budget
    this.#kind = kind
  }

  /** The byte so far ahead, or undefined at the end. */
  peek(ahead = 0): number | undefined {
    const at = this.position + ahead
    return at < this.end ? this.bytes[at] : undefined
  }

  /** Goes over white space and comments. */
  skipWhite(): void {
    const from = this.position
    for (;;) {
      if (isWhite(this.peek())) this.position += 1
      else if (this.peek() === 0x25) this.#skipComment()
      else break
    }
    spend(this.#budget, 'lexed', this.position - from)
  }

  #skipComment(): void {
    for (let byte = this.peek(); byte !== undefined && byte !== 10 && byte !== 13; byte = this.peek())
      this.position += 1
  }

  /** The run of regular characters here, perhaps an empty one. */
  word(): string {
    const { bytes, end, position: from } = this
    let at = from
    while (at < end && KINDS[bytes[at] ?? 0] === 0) at += 1
    this.position = at
    spend(this.#budget, 'lexed', at - from + 1)
    if (this.position - from > LONGEST_WORD) unreadable('This PDF holds a word without end.')
    return latin1(this.bytes.subarray(from, this.position))
  }

  /** Whether the keyword stands here; goes behind it then. */
  accept(keyword: string): boolean {
    this.skipWhite()
    const from = this.position
    if (this.word() === keyword) return true
    this.position = from
    return false
  }

  /** The whole number that stands here, at least 0, or null without moving. */
  whole(): number | null {
    this.skipWhite()
    const from = this.position
    const word = this.word()
    if (/^\d{1,15}$/.test(word)) return Number(word)
    this.position = from
    return null
  }

  /** The value that stands here; streams are no value of their own, see `readObject`. */
  value(depth = 0): PdfValue {
    if (depth > LIMITS.depth) unreadable('This PDF nests its values too deep.', 'tooDeep')
    spend(this.#budget, 'values')
    this.skipWhite()
    const byte = this.peek()
    if (byte === 0x2f) return this.#name()
    if (byte === 0x28) return this.#string(literalString, false)
    if (byte === 0x5b) return this.#array(depth)
    if (byte === 0x3c) return this.peek(1) === 0x3c ? this.dict(depth) : this.#string(hexString, true)
    return this.#numberOrWord()
  }

  #name(): PdfValue {
    this.position += 1
    const word = this.word()
    const name = word.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    return { kind: 'name', name }
  }

  #string(read: typeof literalString, hex: boolean): PdfString {
    const start = this.position
    const { bytes, end } = read(this.bytes, { start, end: this.end })
    spend(this.#budget, 'lexed', end - start)
    this.position = end
    return { kind: 'string', bytes, hex, span: this.#kind === 'file' ? { start, end } : null }
  }

  #array(depth: number): PdfValue {
    this.position += 1
    const items: PdfValue[] = []
    for (this.skipWhite(); this.peek() !== 0x5d; this.skipWhite()) items.push(this.value(depth + 1))
    this.position += 1
    return { kind: 'array', items }
  }

  /** The dictionary that stands here. */
  dict(depth = 0): PdfDict {
    this.skipWhite()
    if (this.peek() !== 0x3c || this.peek(1) !== 0x3c)
      unreadable('This PDF lacks a dictionary where one belongs.')
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (this.skipWhite(); this.peek() !== 0x3e; this.skipWhite()) {
      const key = this.peek() === 0x2f ? this.#name() : NULL
      if (key.kind !== 'name') unreadable('This PDF holds a dictionary with a key that is no name.')
      if (entries.has(key.name)) unreadable(`This PDF holds a dictionary that says /${key.name} twice.`)
      entries.set(key.name, this.value(depth + 1))
    }
    if (this.peek(1) !== 0x3e) unreadable('This PDF holds a dictionary that is not closed.')
    this.position += 2
    return { kind: 'dict', entries }
  }

  #numberOrWord(): PdfValue {
    const word = this.word()
    if (this.#kind === 'content' && word !== '' && Number.isFinite(Number(word)))
      return { kind: 'number', value: Number(word) }
    if (this.#kind !== 'content' && /^\d{1,10}$/.test(word)) return this.#numberOrRef(Number(word))
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'number', value: Number(word) }
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
    if (word === 'null') return NULL
    if (this.position >= this.end) unreadable('This PDF ends in the middle: it is cut off.', 'cutOff')
    return unreadable(`This PDF holds something that is no value (near byte ${this.position}).`)
  }

  #numberOrRef(num: number): PdfValue {
    const behind = this.position
    const gen = this.whole()
    if (gen !== null && gen <= 65_535 && this.accept('R')) return { kind: 'ref', num, gen }
    this.position = behind
    return { kind: 'number', value: num }
  }
}
