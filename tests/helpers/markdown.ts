/** A line of text as CommonMark shows it; throws at anything that would be mark-up, HTML or a link. */
export function shown(inline: string): string {
  const token = /\\([!-/:-@[-`{-~])|&(amp|lt|gt);|<br>|([\s\S])/gu
  return [...inline.matchAll(token)]
    .map(([whole, escaped, entity, plain]) => {
      if (escaped !== undefined) return escaped
      if (entity !== undefined) return { amp: '&', lt: '<', gt: '>' }[entity] ?? ''
      if (whole === '<br>') return '\n'
      if (plain === undefined || /[\\`*_{}[\]|~$<>&]/.test(plain)) throw new Error(`Mark-up: ${inline}`)
      return plain
    })
    .join('')
}

/** A section's text by its heading of the second level. */
export function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const [, ...parts] = markdown.split(/^## /m)
  return new Map(
    parts.map((part) => {
      const [title = '', ...lines] = part.split('\n')
      return [title, lines.join('\n').trim()]
    }),
  )
}

/** The cells of a table (GFM 4.10), as they are shown; throws where a row is not of the table's width. */
export function cellsOf(section: string): readonly (readonly string[])[] {
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  const cells = rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<=(?<!\\)(?:\\\\)*)\|/)
      .map((cell) => cell.trim()),
  )
  const [titles, rule, ...body] = cells
  if (rule?.some((cell) => cell !== '---') !== false) throw new Error('Not a table')
  const odd = body.find(({ length }) => length !== titles?.length)
  if (odd !== undefined) throw new Error(`A row of ${odd.length} cells: ${odd.join('|')}`)
  return body.map((row) => row.map(shown))
}
