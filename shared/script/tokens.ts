/**
 * A piece of a text as it was written: words, a blank `{{key}}` or a stage direction `[…]`, whose text is
 * without the brackets. `start` and `end` are where it lies in the whole text, in UTF-16 code units.
 */
export type Token = {
  readonly kind: 'text' | 'blank' | 'direction'
  readonly text: string
  readonly start: number
  readonly end: number
}

const PARAGRAPH_BREAK = /\r?\n(?:[^\S\n]*\r?\n)+/g
const PIECE = /\{\{(?=\s*[^{}\s])([^{}]+)\}\}|\[(?=\s*[^[\]\s])([^[\]]+)\]/g
const BLANK = /\{\{(?=\s*[^{}\s])([^{}]+)\}\}/g

function tokensOf(paragraph: string, offset: number): readonly Token[] {
  const tokens: Token[] = []
  const words = (from: number, to: number) => {
    if (to > from)
      tokens.push({ kind: 'text', text: paragraph.slice(from, to), start: offset + from, end: offset + to })
  }
  let done = 0
  for (const found of paragraph.matchAll(PIECE)) {
    const [piece, key, direction] = found
    const end = found.index + piece.length
    words(done, found.index)
    const range = { start: offset + found.index, end: offset + end }
    tokens.push(
      key === undefined
        ? { kind: 'direction', text: (direction ?? '').trim(), ...range }
        : { kind: 'blank', text: key.trim(), ...range },
    )
    done = end
  }
  words(done, paragraph.length)
  return tokens
}

/** The paragraphs of a text, parted by empty lines, each as its pieces in order; none is empty. */
export function tokenise(text: string): readonly (readonly Token[])[] {
  const breaks = [...text.matchAll(PARAGRAPH_BREAK)]
  const starts = [0, ...breaks.map((found) => found.index + found[0].length)]
  return starts.flatMap((start, index) => {
    const paragraph = text.slice(start, breaks[index]?.index)
    const body = paragraph.trim()
    return body === '' ? [] : [tokensOf(body, start + paragraph.indexOf(body))]
  })
}

/** The keys of the blanks in a text, each once, in order; those in stage directions too. */
export function blanks(text: string): string[] {
  return [...new Set([...text.matchAll(BLANK)].map(([, key = '']) => key.trim()))]
}

/** The keys of the blanks that are read aloud: all but those in stage directions. */
export function spokenBlanks(text: string): readonly string[] {
  const tokens = tokenise(text).flat()
  return [...new Set(tokens.flatMap((token) => (token.kind === 'blank' ? [token.text] : [])))]
}

/** A text with every blank replaced by what `value` gives for its key, in one pass. */
export function replaceBlanks(text: string, value: (key: string) => string): string {
  return text.replace(BLANK, (_, key: string) => value(key.trim()))
}
