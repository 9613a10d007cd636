import { asDict, dictAt, itemsAt, nameAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import type { PdfPage } from '../pdf/pages'
import type { PdfDict } from '../pdf/values'

const words = (text: string): readonly string[] => text.split(' ')

const FONT = words('Type Subtype BaseFont Encoding DescendantFonts ToUnicode')
const DESCENDANT = words('Type Subtype BaseFont CIDSystemInfo FontDescriptor W DW CIDToGIDMap')

function only(dict: PdfDict | null, keys: readonly string[]): boolean {
  return dict !== null && [...dict.entries.keys()].every((key) => keys.includes(key))
}

/** Whether a font is embedded, with what each of its signs stands for, as Lectern embeds its own. */
function isEmbedded(font: PdfDict | null, { resolve }: PdfDocument): boolean {
  const [first, ...more] = itemsAt(font, 'DescendantFonts', resolve)
  const descendant = asDict(resolve(first))
  const file = dictAt(descendant, 'FontDescriptor', resolve)?.entries.get('FontFile2')
  return (
    more.length === 0 &&
    only(font, FONT) &&
    only(descendant, DESCENDANT) &&
    nameAt(font, 'Subtype', resolve) === 'Type0' &&
    nameAt(font, 'Encoding', resolve) === 'Identity-H' &&
    nameAt(descendant, 'Subtype', resolve) === 'CIDFontType2' &&
    nameAt(descendant, 'CIDToGIDMap', resolve) === 'Identity' &&
    resolve(file).kind === 'stream' &&
    resolve(font?.entries.get('ToUnicode')).kind === 'stream'
  )
}

/** What a page draws with beyond embedded fonts and how opaque things are, in words, or null. */
export function resourceFault({ dict }: PdfPage, document: PdfDocument): string | null {
  const { resolve } = document
  const resources = dictAt(dict, 'Resources', resolve)
  if (!only(resources, ['ProcSet', 'Font', 'ExtGState', 'ColorSpace'])) return 'pictures or patterns'
  if ((dictAt(resources, 'ColorSpace', resolve)?.entries.size ?? 0) > 0) return 'other colours'
  for (const value of dictAt(resources, 'Font', resolve)?.entries.values() ?? [])
    if (!isEmbedded(asDict(resolve(value)), document)) return 'a font that is not embedded as Lectern does'
  for (const value of dictAt(resources, 'ExtGState', resolve)?.entries.values() ?? [])
    if (!only(asDict(resolve(value)), ['Type', 'ca', 'CA'])) return 'a way of mixing colours'
  return null
}
