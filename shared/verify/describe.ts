import { asDict, catalogOf, dictAt, itemsAt, nameAt, refAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { signatureFieldsOf } from '../pdf/forms'
import { pagesOf } from '../pdf/pages'
import type { PdfValue } from '../pdf/values'

/** Words for the objects of a document, by their numbers: `page 2`, `the text of page 2`, `the attached record`. */
export function describer(document: PdfDocument): (num: number) => string {
  const { resolve, objects } = document
  const words = new Map<number, string>()
  const say = (value: PdfValue | undefined, what: string): void => {
    if (value?.kind === 'ref' && !words.has(value.num)) words.set(value.num, what)
  }
  const catalog = catalogOf(document)
  say(document.trailer.entries.get('Root'), 'the catalog of the document')
  say(document.trailer.entries.get('Info'), 'the information about the document')
  say(catalog?.entries.get('AcroForm'), 'the list of signature fields')
  say(catalog?.entries.get('Pages'), 'the list of pages')
  say(catalog?.entries.get('Metadata'), 'the information about the document')
  say(catalog?.entries.get('Outlines'), 'the bookmarks')
  for (const { num, name } of signatureFieldsOf(document)) words.set(num, `the signature field “${name}”`)
  for (const [index, { num, dict }] of pagesOf(document).entries()) {
    const page = `page ${index + 1}`
    words.set(num, page)
    say(dict.entries.get('Contents'), `the text of ${page}`)
    for (const part of itemsAt(dict, 'Contents', resolve)) say(part, `the text of ${page}`)
    say(dict.entries.get('Resources'), `the fonts and pictures of ${page}`)
    for (const annotation of itemsAt(dict, 'Annots', resolve)) say(annotation, `something laid on ${page}`)
    const resources = dictAt(dict, 'Resources', resolve)
    for (const value of dictAt(resources, 'Font', resolve)?.entries.values() ?? [])
      say(value, `a font of ${page}`)
    for (const value of dictAt(resources, 'XObject', resolve)?.entries.values() ?? [])
      say(value, `a picture on ${page}`)
  }
  for (const [num, { value }] of objects) {
    const dict = asDict(value)
    const type = nameAt(dict, 'Type', resolve)
    if (type === 'Filespec') {
      words.set(num, 'the attached record')
      say(refAt(dictAt(dict, 'EF', resolve), 'F') ?? undefined, 'the attached record')
    }
    if (type === 'Font' || type === 'FontDescriptor') say({ kind: 'ref', num, gen: 0 }, 'a font')
    if (type === 'Page') say({ kind: 'ref', num, gen: 0 }, 'a page that is not shown')
  }
  return (num) => words.get(num) ?? 'a part of the document'
}
