import { asDict, catalogOf, dictAt, itemsAt, nameAt, numbersAt, refAt, textAt } from './access'
import type { PdfDocument } from './document'
import { pagesOf } from './pages'
import type { PdfDict, PdfValue } from './values'

/** A signature field (12.7.4.5). Its value is null while nobody has signed in it. */
export type PdfSignatureField = {
  /** The whole name: partial names from the top, joined by full stops. */
  readonly name: string
  /** The object of the field. */
  readonly num: number
  readonly dict: PdfDict
  /** The signature dictionary, with its object number where it is an object of its own. */
  readonly value: { readonly num: number | null; readonly dict: PdfDict } | null
  /** Where it shows: the object, the pages (from 0) that list it, and its rectangle. */
  readonly widgets: readonly PdfWidget[]
}

export type PdfWidget = {
  readonly num: number
  readonly pages: readonly number[]
  readonly rect: readonly number[] | null
}

const DEEPEST = 30
const MOST_FIELDS = 10_000

type Node = {
  readonly ref: PdfValue
  readonly name: string
  readonly type: string | null
  readonly depth: number
}

/** The interactive form of a document, or null. */
export function formOf(document: PdfDocument): PdfDict | null {
  return dictAt(catalogOf(document), 'AcroForm', document.resolve)
}

/**
 * The signature fields of a document, found from the form's list of fields and never by scanning bytes.
 * Fields without an object of their own are left out: nothing could sign them.
 */
export function signatureFieldsOf(document: PdfDocument): readonly PdfSignatureField[] {
  const { resolve } = document
  const fields: PdfSignatureField[] = []
  const seen = new Set<number>()
  const pages = pagesOf(document)
  const listed = new Map<number, number[]>()
  for (const [index, { annotations }] of pages.entries())
    for (const num of annotations) listed.set(num, [...(listed.get(num) ?? []), index])

  const widget = (num: number): PdfWidget => {
    const dict = asDict(document.objects.get(num)?.value ?? { kind: 'null' })
    return { num, pages: listed.get(num) ?? [], rect: numbersAt(dict, 'Rect', resolve) }
  }
  const visit = ({ ref, name, type, depth }: Node): void => {
    if (ref.kind !== 'ref' || seen.has(ref.num) || depth > DEEPEST || seen.size > MOST_FIELDS) return
    seen.add(ref.num)
    const dict = asDict(resolve(ref))
    if (dict === null) return
    const own = textAt(dict, 'T', resolve)
    const full = own === null ? name : [name, own].filter((part) => part !== '').join('.')
    const kind = nameAt(dict, 'FT', resolve) ?? type
    const kids = itemsAt(dict, 'Kids', resolve)
    const fieldKids = kids.filter((kid) => asDict(resolve(kid))?.entries.has('T'))
    for (const kid of fieldKids) visit({ ref: kid, name: full, type: kind, depth: depth + 1 })
    if (kind !== 'Sig' || fieldKids.length > 0) return
    const value = dictAt(dict, 'V', resolve)
    const shows = kids.length === 0 ? [ref.num] : kids.flatMap((kid) => (kid.kind === 'ref' ? [kid.num] : []))
    fields.push({
      name: full,
      num: ref.num,
      dict,
      value: value === null ? null : { num: refAt(dict, 'V')?.num ?? null, dict: value },
      widgets: shows.map(widget),
    })
  }
  for (const ref of itemsAt(formOf(document), 'Fields', resolve))
    visit({ ref, name: '', type: null, depth: 0 })
  return fields
}
