import { QUIET, type PdfNode, type TableCell, type TextRun } from '../../shared/record/pdf'
import { fontRuns, type Fonts } from './fonts'

/** Sentences for the person who makes the record, each once. */
export type Warnings = Set<string>

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const LONG_WORD = /\S{60}/u
const WORD_PIECES = /\S{1,60}\p{M}*\s*|\s+/gu
const ASTRAL_PIECES = /[\u{10000}-\u{10FFFF}]{8}(?!\s|$)/gu

function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function isPrintable(character: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u.test(character)
}

/** The run in fonts that can show it; a character nobody has becomes its code point in brackets. */
function setRun(run: TextRun, fonts: Fonts, warnings: Warnings): TextRun[] {
  if (RIGHT_TO_LEFT.test(run.text)) {
    warnings.add('Words written from right to left (Hebrew, Arabic) are printed in left-to-right order.')
  }
  return fontRuns(run.text, fonts).map(({ text, font }) => {
    if (font !== null) return font === fonts[0].name ? { ...run, text } : { ...run, text, font }
    const name = codeName(text)
    warnings.add(
      `${isPrintable(text) ? `“${text}” (${name})` : name} is in none of the record’s fonts; it is printed as [${name}].`,
    )
    return { ...run, text: `[${name}]`, color: QUIET }
  })
}

/**
 * Parts words that are wider than a line, which pdfmake measures over and over; between halves of a character
 * it would even cut, so words with characters beyond the basic plane get invisible places to break.
 */
function parted(run: TextRun): readonly TextRun[] {
  if (!LONG_WORD.test(run.text)) return [run]
  const pieces = run.text.match(WORD_PIECES) ?? []
  return pieces.map((text) => ({ ...run, text: text.replace(ASTRAL_PIECES, '$&\u200B') }))
}

function setText(text: string | readonly TextRun[], fonts: Fonts, warnings: Warnings): string | TextRun[] {
  const runs = typeof text === 'string' ? [{ text }] : text
  const set = runs.flatMap((run) => setRun(run, fonts, warnings)).flatMap(parted)
  const [only] = set
  return typeof text === 'string' && set.length === 1 && only?.font === undefined && only?.color === undefined
    ? (only?.text ?? '')
    : set
}

function setCell(cell: TableCell, fonts: Fonts, warnings: Warnings): TableCell {
  if ('text' in cell || 'stack' in cell || 'columns' in cell || 'canvas' in cell || 'table' in cell) {
    return setInFonts(cell as PdfNode, fonts, warnings)
  }
  return {}
}

/** The same node with every text in fonts that can show it; what cannot be shown is named in `warnings`. */
export function setInFonts<T extends PdfNode>(node: T, fonts: Fonts, warnings: Warnings): T {
  const set = <U extends PdfNode>(each: U) => setInFonts(each, fonts, warnings)
  if ('text' in node) return { ...node, text: setText(node.text, fonts, warnings) }
  if ('stack' in node) return { ...node, stack: node.stack.map(set) }
  if ('columns' in node) return { ...node, columns: node.columns.map(set) }
  if ('canvas' in node) return { ...node, canvas: node.canvas.map((stroke) => ({ ...stroke })) }
  const body = node.table.body.map((row) => row.map((cell) => setCell(cell, fonts, warnings)))
  return { ...node, table: { ...node.table, widths: [...node.table.widths], body } }
}
