import { asDict, catalogOf, dictAt, itemsAt, refAt, textAt } from '../../shared/pdf/access'
import type { PdfDocument } from '../../shared/pdf/document'
import { formOf } from '../../shared/pdf/forms'
import { pagesOf } from '../../shared/pdf/pages'
import {
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRef,
  pdfText,
  withEntries,
  type PdfDict,
  type PdfValue,
} from '../../shared/pdf/values'
import { serialise } from '../../shared/pdf/write'
import type { NewObject } from './incremental'

/** Print, and locked: the flags of a signature's widget (ISO 32000-1, 12.5.3). */
const FLAGS = 132
/** There are signatures, and the file may only be appended to (12.7.2). */
const SIGNATURES_AND_APPEND_ONLY = 3

/** An object in use with a new value. */
function replaced({ objects }: PdfDocument, num: number, value: PdfValue): NewObject {
  return { num, gen: objects.get(num)?.gen ?? 0, text: serialise(value) }
}

/** A name that no other field at the top has. */
function freeName({ resolve }: PdfDocument, fields: readonly PdfValue[]): string {
  const taken = new Set(fields.map((field) => textAt(asDict(resolve(field)), 'T', resolve)))
  let number = 1
  while (taken.has(`Signature${number}`)) number += 1
  return `Signature${number}`
}

type Appended = { readonly owner: PdfDict; readonly objects: readonly NewObject[] }

/** Appends to an array of a dictionary: where the array is an object of its own, only that one changes. */
function appended(document: PdfDocument, owner: PdfDict, key: string, item: PdfValue): Appended {
  const array = refAt(owner, key)
  const items = pdfArray([...itemsAt(owner, key, document.resolve), item])
  if (array !== null && document.resolve(array).kind === 'array')
    return { owner, objects: [replaced(document, array.num, items)] }
  return { owner: withEntries(owner, { [key]: items }), objects: [] }
}

/** The form with the field in it, as objects that change: the form's own one, or the catalog. */
function inForm(document: PdfDocument, field: PdfValue): readonly NewObject[] {
  const [root, catalog] = [refAt(document.trailer, 'Root'), catalogOf(document)]
  if (root === null || catalog === null) return []
  const { owner, objects } = appended(document, formOf(document) ?? pdfDict({}), 'Fields', field)
  const form = withEntries(owner, { SigFlags: pdfNumber(SIGNATURES_AND_APPEND_ONLY) })
  const own = dictAt(catalog, 'AcroForm', document.resolve) === null ? null : refAt(catalog, 'AcroForm')
  if (own !== null) return [...objects, replaced(document, own.num, form)]
  return [...objects, replaced(document, root.num, withEntries(catalog, { AcroForm: form }))]
}

/** The first page with the field among its annotations, as objects that change. */
function onPage(document: PdfDocument, num: number, field: PdfValue): readonly NewObject[] {
  const page = asDict(document.resolve(pdfRef(num, document.objects.get(num)?.gen)))
  if (page === null) return []
  const { owner, objects } = appended(document, page, 'Annots', field)
  return owner === page ? objects : [...objects, replaced(document, num, owner)]
}

/**
 * A new signature field, object `num` with those entries, on the first page of a PDF that kept no place for
 * one: it takes no room there and shows nothing. Returns the field and the objects that change for it.
 */
export function newField(
  document: PdfDocument,
  num: number,
  entries: Readonly<Record<string, PdfValue>>,
): readonly NewObject[] {
  const fields = itemsAt(formOf(document), 'Fields', document.resolve)
  const [page] = pagesOf(document)
  const dict = pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfText(freeName(document, fields)),
    F: pdfNumber(FLAGS),
    Rect: pdfArray([0, 0, 0, 0].map(pdfNumber)),
    ...(page === undefined ? {} : { P: pdfRef(page.num, document.objects.get(page.num)?.gen) }),
    ...entries,
  })
  return [
    { num, gen: 0, text: serialise(dict) },
    ...inForm(document, pdfRef(num)),
    ...(page === undefined ? [] : onPage(document, page.num, pdfRef(num))),
  ]
}
