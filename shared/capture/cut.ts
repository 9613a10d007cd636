/** A text with a piece taken out, and how places in it lie in the text it was taken from. */
export type Cut = {
  readonly text: string
  /** The stretches of the text before that a stretch of this one stands for, in order. */
  readonly before: (from: number, to: number) => readonly (readonly [number, number])[]
}

/**
 * Takes a piece out of a text. The halves join with one space between them, or none before `,`; where nothing
 * is left before the piece, a comma or colon behind it goes with it. `taken` is where the piece then ends.
 */
export function cutOut(text: string, from: number, to: number): Cut & { readonly taken: number } {
  const left = text.slice(0, from).trimEnd()
  const taken = to + (left.trim() === '' ? (/^[,:;]+/.exec(text.slice(to))?.[0].length ?? 0) : 0)
  const after = text.slice(taken)
  const right = after.trim()
  const gap = left === '' || right === '' || /^[,.;:!?…)\]]/.test(after) ? '' : ' '
  const start = left.length + gap.length
  const rightAt = taken + after.length - after.trimStart().length
  return {
    text: left + gap + right,
    taken,
    before: (first, last) => {
      const shift = rightAt - start
      const pieces = [
        [first, Math.min(last, left.length)],
        [Math.max(first, start) + shift, last + shift],
      ] as const
      return pieces.filter(([begin, end]) => begin < end)
    },
  }
}

/** A text as it is. */
export function uncut(text: string): Cut {
  return { text, before: (from, to) => [[from, to]] }
}
