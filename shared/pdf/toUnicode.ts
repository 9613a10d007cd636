import { spend, type Budget } from './budget'
import { unreadable } from './fault'
import { Lexer } from './lexer'
import type { PdfString, PdfValue } from './values'

const MOST_CODES = 65_536
/** A hundred ranges of a CMap, the most that one operator may take (9.10.3), have three each. */
const MOST_OPERANDS = 300

function codeOf({ bytes }: PdfString): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** UTF-16BE, as destinations of a CMap are. */
function destination({ bytes }: PdfString): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  return text
}

function next(text: string, steps: number): string {
  const last = text.charCodeAt(text.length - 1)
  return text.slice(0, -1) + String.fromCharCode(last + steps)
}

function addRange(codes: Map<number, string>, range: readonly PdfValue[], budget: Budget): void {
  const [from, to, target] = range
  if (from?.kind !== 'string' || to?.kind !== 'string') return
  const [first, last] = [codeOf(from), Math.min(codeOf(to), MOST_CODES)]
  for (let code = first; code <= last; code += 1) {
    spend(budget, 'values')
    const item = target?.kind === 'array' ? target.items[code - first] : target
    if (item?.kind !== 'string') continue
    const text = destination(item)
    codes.set(code, target?.kind === 'array' ? text : next(text, code - first))
  }
}

/** Whether a value stands next rather than a keyword. */
function isValue(byte: number | undefined): boolean {
  return byte !== undefined && '/(<[+-.0123456789'.includes(String.fromCharCode(byte))
}

/** The operands and operators of a content stream or CMap, in their order. Throws where it is none. */
export function* operations(
  data: Uint8Array,
  budget: Budget,
): Generator<{ readonly operator: string; readonly operands: readonly PdfValue[] }> {
  const lexer = new Lexer(data, { start: 0, end: data.length }, budget, 'content')
  let operands: PdfValue[] = []
  for (lexer.skipWhite(); lexer.peek() !== undefined; lexer.skipWhite()) {
    if (isValue(lexer.peek())) {
      if (operands.length >= MOST_OPERANDS)
        unreadable('This PDF gives an operator more than it takes.', 'text')
      operands.push(lexer.value())
      continue
    }
    const operator = lexer.word()
    if (operator === '') lexer.position += 1
    yield { operator, operands }
    operands = []
  }
}

/** What the codes of a font stand for, by its ToUnicode CMap (9.10.3). */
export function codesOf(cmap: Uint8Array, budget: Budget): ReadonlyMap<number, string> {
  const codes = new Map<number, string>()
  for (const { operator, operands } of operations(cmap, budget)) {
    if (operator === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(codes, operands.slice(at, at + 3), budget)
    if (operator === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2) {
        const [code, target] = operands.slice(at, at + 2)
        if (code?.kind === 'string' && target?.kind === 'string') codes.set(codeOf(code), destination(target))
      }
  }
  return codes
}
