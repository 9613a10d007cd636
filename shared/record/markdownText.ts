const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

function inertLine(line: string): string {
  return line
    .replaceAll('\t', ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim()
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/^[#+\-=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/**
 * Text that Markdown shows as it is: no mark-up, HTML, link or table cell comes of it (CommonMark 2.4, GFM 6.9),
 * nor anything of kramdown and Liquid. One line; line breaks within it are `<br>`.
 */
export function inert(text: string): string {
  return text.trim().split(LINE_BREAK).map(inertLine).join('<br>')
}

/** A table of inert texts; `titles` and cells must be inert already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A list of lines. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
