/** The code points a font file has glyphs for. */
export type Coverage = ReadonlySet<number>

/** Windows Unicode and Unicode platform subtables, the full repertoire before the basic plane. */
const WANTED: readonly string[] = ['3,10', '0,6', '0,4', '3,1', '0,3']

function tableAt(font: DataView, wanted: string): number {
  for (let index = 0; index < font.getUint16(4); index += 1) {
    const record = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(record + byte)))
    if (tag === wanted) return font.getUint32(record + 8)
  }
  throw new Error(`This font has no ${wanted} table`)
}

function subtableAt(font: DataView, cmap: number): number {
  const offsets = new Map<string, number>()
  for (let index = 0; index < font.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + 8 * index
    offsets.set(`${font.getUint16(record)},${font.getUint16(record + 2)}`, cmap + font.getUint32(record + 4))
  }
  const found = WANTED.map((key) => offsets.get(key)).find((offset) => offset !== undefined)
  if (found === undefined) throw new Error('This font has no Unicode character map')
  return found
}

/** Format 4: segments of the basic plane, with deltas or an array of glyphs. */
function* segments(font: DataView, table: number): Generator<number> {
  const size = font.getUint16(table + 6)
  const [ends, starts] = [table + 14, table + 16 + size]
  for (let at = 0; at < size; at += 2) {
    const [start, end] = [font.getUint16(starts + at), font.getUint16(ends + at)]
    const delta = font.getUint16(starts + size + at)
    const rangeAt = starts + 2 * size + at
    const range = font.getUint16(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = range === 0 ? code : font.getUint16(rangeAt + range + 2 * (code - start))
      if (((raw === 0 ? 0 : raw + delta) & 0xffff) !== 0) yield code
    }
  }
}

/** Format 12: groups of consecutive code points and glyphs. */
function* groups(font: DataView, table: number): Generator<number> {
  for (let index = 0; index < font.getUint32(table + 12); index += 1) {
    const group = table + 16 + 12 * index
    const [start, end, glyph] = [font.getUint32(group), font.getUint32(group + 4), font.getUint32(group + 8)]
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) yield code
  }
}

/**
 * Reads which code points a TrueType font can show, from its `cmap` table (formats 4 and 12, ISO 14496-22).
 * pdfmake's font reader is not asked because it is a dependency of a dependency. Throws on other formats.
 */
export function coverageOf(bytes: Uint8Array): Coverage {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = subtableAt(font, tableAt(font, 'cmap'))
  const format = font.getUint16(table)
  if (format === 4) return new Set(segments(font, table))
  if (format === 12) return new Set(groups(font, table))
  throw new Error(`This font has a character map of format ${format}, which is not read`)
}
