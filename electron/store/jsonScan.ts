/** A place in a JSON text where it must not be opened: the character's index, the key path and the reason. */
export type ScanFault = {
  readonly code: 'syntax' | 'duplicate' | 'forbidden' | 'deep'
  readonly index: number
  readonly path: string
  readonly reason: string
}

/** How many objects and arrays may lie inside one another. */
export const DEEPEST_NESTING = 200

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

type Frame = { readonly keys: Set<string> | null; key: string; index: number }

const QUOTE = 0x22
const BACKSLASH = 0x5c
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WORDS: readonly string[] = ['true', 'false', 'null']
const ESCAPE = /(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function pathOf(stack: readonly Frame[]): string {
  return stack
    .map((frame) => (frame.keys === null ? `[${frame.index}]` : frame.key === '' ? '' : `.${frame.key}`))
    .join('')
    .replace(/^\./, '')
}

/** The index after the closing quote of the string whose opening quote is at `start`, or the bad index as `~index`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code < 0x20) return ~at
    if (code !== BACKSLASH) continue
    ESCAPE.lastIndex = at + 1
    if (!ESCAPE.test(text)) return at + 1 < text.length ? ~at : ~text.length
    at = ESCAPE.lastIndex - 1
  }
  return ~text.length
}

/** The index after the number or word that begins at `start`, or `start` where there is none. */
function endOfScalar(text: string, start: number): number {
  NUMBER.lastIndex = start
  if (NUMBER.test(text)) return NUMBER.lastIndex
  const word = WORDS.find((each) => text.startsWith(each, start))
  return start + (word?.length ?? 0)
}

class Scanner {
  private at = 0
  private readonly stack: Frame[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  private fault(code: ScanFault['code'], reason: string): ScanFault {
    const cutOff = code === 'syntax' && this.at >= this.text.length
    return {
      code,
      index: this.at,
      path: pathOf(this.stack),
      reason: cutOff ? 'the text ends too early' : reason,
    }
  }

  private next(): number {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1
    return this.text.charCodeAt(this.at)
  }

  private string(): ScanFault | string {
    const start = this.at
    const end = endOfString(this.text, start)
    this.at = end < 0 ? ~end : end
    if (end < 0) return this.fault('syntax', 'a text holds a character that must be escaped')
    return this.text.slice(start, end)
  }

  /** Reads a key and its colon. */
  private key(frame: Frame, keys: Set<string>): ScanFault | null {
    if (this.next() !== QUOTE) return this.fault('syntax', 'a key in double quotes is expected')
    const start = this.at
    const raw = this.string()
    if (typeof raw !== 'string') return raw
    const key = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1)
    frame.key = key
    const end = this.at
    this.at = start
    if (FORBIDDEN_KEYS.has(key)) return this.fault('forbidden', `the key "${key}" is not allowed`)
    if (keys.has(key)) return this.fault('duplicate', `the key "${key}" is there twice`)
    this.at = end
    keys.add(key)
    if (this.next() !== 0x3a) return this.fault('syntax', 'a colon is expected after the key')
    this.at += 1
    return null
  }

  private open(isObject: boolean): ScanFault | null {
    if (this.stack.length >= DEEPEST_NESTING) {
      return this.fault('deep', `more than ${DEEPEST_NESTING} levels lie inside one another`)
    }
    const frame: Frame = { keys: isObject ? new Set() : null, key: '', index: 0 }
    this.stack.push(frame)
    this.at += 1
    if (this.next() === (isObject ? 0x7d : 0x5d)) return this.close()
    const bad = frame.keys === null ? null : this.key(frame, frame.keys)
    return bad ?? this.value()
  }

  private close(): ScanFault | null {
    this.stack.pop()
    this.at += 1
    return null
  }

  private value(): ScanFault | null {
    const code = this.next()
    if (code === 0x7b || code === 0x5b) return this.open(code === 0x7b)
    if (code === QUOTE) {
      const raw = this.string()
      return typeof raw === 'string' ? null : raw
    }
    const end = endOfScalar(this.text, this.at)
    if (end === this.at) return this.fault('syntax', 'a value is expected')
    this.at = end
    return null
  }

  /** After a value: a comma and the next value, or the end of what holds it. */
  private after(frame: Frame): ScanFault | null {
    const code = this.next()
    if (code === (frame.keys === null ? 0x5d : 0x7d)) return this.close()
    if (code !== 0x2c)
      return this.fault('syntax', `a comma or ${frame.keys === null ? ']' : '}'} is expected`)
    this.at += 1
    frame.index += 1
    const bad = frame.keys === null ? null : this.key(frame, frame.keys)
    return bad ?? this.value()
  }

  scan(): ScanFault | null {
    let bad = this.value()
    for (let frame = this.stack.at(-1); bad === null && frame !== undefined; frame = this.stack.at(-1)) {
      bad = this.after(frame)
    }
    if (bad !== null) return bad
    this.next()
    return this.at < this.text.length ? this.fault('syntax', 'nothing more is expected after the end') : null
  }
}

/**
 * The first reason not to open a JSON text: bad syntax, a key twice in one object, a key that could reach a
 * prototype, or nesting deeper than `DEEPEST_NESTING`. Null for a text `JSON.parse` reads as it is meant.
 */
export function scanJson(text: string): ScanFault | null {
  return new Scanner(text).scan()
}
