/** Where one line ends and the next begins, in whatever program the text was copied. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** The lines of a text that have something in them, in order, without the space around them. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text as one line. */
export function asOneLine(text: string): string {
  return linesOf(text).join(' ')
}
