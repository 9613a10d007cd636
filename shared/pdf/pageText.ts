import { accept, type Result } from '../result'
import { asDict, dictAt, nameAt } from './access'
import { textBudget, type Budget } from './budget'
import type { PdfDocument } from './document'
import { reading, unreadable } from './fault'
import { pagesOf, type PdfPage } from './pages'
import { codesOf, operations } from './toUnicode'
import type { PdfDict, PdfValue } from './values'

/** The texts of a page in the order in which they are drawn: each from one BT to its ET. */
export type PageText = readonly string[]

type Codes = ReadonlyMap<number, string>
type Reader = {
  readonly document: PdfDocument
  readonly budget: Budget
  readonly fonts: Map<PdfDict, Codes>
}

function dataOf({ document }: Reader, value: PdfValue): Uint8Array {
  if (value.kind !== 'stream') return unreadable('A page of this PDF has text that cannot be read.', 'text')
  const data = document.streamData(value)
  return data.ok ? data.value : unreadable(data.refusal.sentence, data.refusal.code)
}

/** What the codes of a page's font stand for. Only fonts embedded as pdfkit does it are read. */
function fontCodes(reader: Reader, { dict }: PdfPage, name: string): Codes {
  const { resolve } = reader.document
  const fonts = dictAt(asDict(resolve(dict.entries.get('Resources'))), 'Font', resolve)
  const font = dictAt(fonts, name, resolve)
  if (font === null || nameAt(font, 'Encoding', resolve) !== 'Identity-H')
    return unreadable('A page of this PDF uses a font that Lectern does not write with.', 'text')
  const known = reader.fonts.get(font)
  if (known !== undefined) return known
  const codes = codesOf(dataOf(reader, resolve(font.entries.get('ToUnicode'))), reader.budget)
  reader.fonts.set(font, codes)
  return codes
}

function shown(value: PdfValue | undefined, codes: Codes): string {
  if (value?.kind === 'array') return value.items.map((item) => shown(item, codes)).join('')
  if (value?.kind !== 'string') return ''
  let text = ''
  for (let at = 0; at + 1 < value.bytes.length; at += 2)
    text += codes.get(((value.bytes[at] ?? 0) << 8) | (value.bytes[at + 1] ?? 0)) ?? '\ufffd'
  return text
}

function contentOf(reader: Reader, { dict }: PdfPage): Uint8Array {
  const { resolve } = reader.document
  const contents = resolve(dict.entries.get('Contents'))
  const parts = contents.kind === 'array' ? contents.items.map(resolve) : [contents]
  const data = parts.map((part) => dataOf(reader, part))
  const whole = new Uint8Array(data.reduce((sum, part) => sum + part.length + 1, 0)).fill(32)
  let at = 0
  for (const part of data) {
    whole.set(part, at)
    at += part.length + 1
  }
  return whole
}

function textOfPage(reader: Reader, page: PdfPage): PageText {
  const texts: string[] = []
  let codes: Codes = new Map()
  // The font is part of what q keeps and Q brings back (8.4.2).
  const kept: Codes[] = []
  let text = ''
  for (const { operator, operands } of operations(contentOf(reader, page), reader.budget)) {
    if (operator === 'q') kept.push(codes)
    else if (operator === 'Q') codes = kept.pop() ?? codes
    else if (operator === 'BT') text = ''
    else if (operator === 'ET') texts.push(text)
    else if (operator === 'Tf') {
      const [font] = operands
      codes = fontCodes(reader, page, font?.kind === 'name' ? font.name : '')
    } else if (operator === 'TJ' || operator === 'Tj') text += shown(operands[0], codes)
    else if (['Do', 'BI', "'", '"'].includes(operator))
      unreadable('A page of this PDF holds things that Lectern does not draw.', 'text')
  }
  return texts
}

/**
 * The text of every page, as far as pages are written the way Lectern writes them; refused otherwise (`text`),
 * and where it is too much to check.
 */
export function pageTexts(document: PdfDocument): Result<readonly PageText[]> {
  const reader: Reader = { document, budget: textBudget(), fonts: new Map() }
  return reading(() => accept(pagesOf(document).map((page) => textOfPage(reader, page))))
}
