/** Reads a table as RFC 4180 has it; throws where it is unsound: line ends, quotes, rows of different length. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let end = 0
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    end = cell.lastIndex
    if (found[3] === ',') continue
    rows.push(row)
    row = []
    if (end === text.length) break
  }
  if (end !== text.length || row.length > 0) throw new Error(`Not a table from character ${end} on`)
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Error('Rows of different length')
  return rows
}
