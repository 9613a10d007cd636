import { asDict, catalogOf, dictAt, itemsAt, nameAt, numbersAt, refAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { formOf, signatureFieldsOf } from '../pdf/forms'
import { pagesOf, type PdfPage } from '../pdf/pages'
import { hasHiddenKeywords, hasPlainSections, hasStrayBytes } from '../pdf/strict'
import { latin1, type PdfDict, type PdfValue } from '../pdf/values'
import { danglingRef } from '../pdf/walk'
import { PAPERS } from '../record/signatureFields'
import type { RecordFile } from '../record/schema'
import { drawingFaults } from './drawing'
import { filePartFaults } from './fileParts'
import { resourceFault } from './resources'
import { say } from './sentences'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What Lectern's own writer puts into each dictionary; anything else could act, hide or show. */
const CATALOG = words(
  'Type Pages Names Outlines OutputIntents PageMode Metadata AF AcroForm Lang ViewerPreferences',
)
const TREE = words('Type Kids Count')
const PAGE = words('Type Parent MediaBox Contents Resources UserUnit Annots Group')
const LINK = words('Type Subtype A Border F Rect')
const WIDGET = words('Type Subtype FT T TU F Rect P AP')
const FORM = words('Fields SigFlags')
const HEADER = /^%PDF-1\.7\n%[\x80-\xff]{4}\n+/

/** The first entry of a dictionary that is not among the allowed ones, or null. */
export function strangeKey(dict: PdfDict | null, allowed: ReadonlySet<string>): string | null {
  for (const key of dict?.entries.keys() ?? []) if (!allowed.has(key)) return key
  return null
}

function entryFault(dict: PdfDict | null, allowed: ReadonlySet<string>, what: string): string | null {
  const key = strangeKey(dict, allowed)
  return key === null ? null : `${what} with an entry /${key.replace(/[^!-~]/g, '?').slice(0, 40)}`
}

function catalogFaults(document: PdfDocument): readonly string[] {
  const { resolve } = document
  const catalog = catalogOf(document)
  const pages = dictAt(catalog, 'Pages', resolve)
  const kids = itemsAt(pages, 'Kids', resolve)
  const flat = kids.every((kid) => nameAt(asDict(resolve(kid)), 'Type', resolve) === 'Page')
  const viewing = dictAt(catalog, 'ViewerPreferences', resolve)
  return [
    entryFault(catalog, CATALOG, 'a catalog'),
    entryFault(pages, TREE, 'a list of pages'),
    flat && new Set(pagesOf(document).map(({ num }) => num)).size === kids.length
      ? null
      : 'pages within pages',
    entryFault(formOf(document), FORM, 'a form'),
    entryFault(viewing, words('DisplayDocTitle'), 'a way to be viewed'),
    ['UseNone', null].includes(nameAt(catalog, 'PageMode', resolve)) ? null : 'a way to be opened',
    entryFault(dictAt(catalog, 'Names', resolve), words('Dests EmbeddedFiles'), 'names'),
  ].flatMap((fault) => fault ?? [])
}

function isInside(rect: readonly number[] | null, [width, height]: readonly [number, number]): boolean {
  const [left = -1, bottom = -1, right = Infinity, top = Infinity] = rect ?? []
  return left >= -1 && bottom >= -1 && right <= width + 1 && top <= height + 1
}

/** A link within the record, which shows nothing and leads to a place of it. */
function isLink(dict: PdfDict, { resolve }: PdfDocument): boolean {
  const action = dictAt(dict, 'A', resolve)
  return (
    strangeKey(dict, LINK) === null &&
    strangeKey(action, words('Type S D')) === null &&
    nameAt(action, 'S', resolve) === 'GoTo' &&
    (numbersAt(dict, 'Border', resolve) ?? []).join(' ') === '0 0 0'
  )
}

/** An empty signature field as it is prepared: its appearance draws nothing. */
function isPrepared(dict: PdfDict, { resolve, streamData }: PdfDocument): boolean {
  const looks = dictAt(dict, 'AP', resolve)
  const look = resolve(looks?.entries.get('N'))
  if (strangeKey(dict, WIDGET) !== null || strangeKey(looks, words('N')) !== null) return false
  if (look.kind !== 'stream') return look.kind === 'null'
  const data = streamData(look)
  return data.ok && data.value.length < 10 && latin1(data.value).trim() === ''
}

function annotationFault(
  item: PdfValue,
  fields: ReadonlySet<number>,
  document: PdfDocument,
  size: readonly [number, number],
): string | null {
  const { resolve } = document
  const dict = asDict(resolve(item))
  const kind = nameAt(dict, 'Subtype', resolve)
  if (dict === null || item.kind !== 'ref') return 'something laid on it'
  if (!isInside(numbersAt(dict, 'Rect', resolve), size)) return 'something laid beyond its edge'
  if (kind === 'Link') return isLink(dict, document) ? null : 'a link that leads out of the record'
  const prepared = kind === 'Widget' && fields.has(item.num) && isPrepared(dict, document)
  return prepared ? null : 'something laid on it'
}

function sizeOf(page: PdfPage): readonly [number, number] | null {
  const [left, bottom, width = 0, height = 0, ...rest] = page.mediaBox ?? []
  if (left !== 0 || bottom !== 0 || rest.length > 0) return null
  const paper = Object.values(PAPERS).find(([wide, high]) => {
    return Math.abs(wide - width) < 0.01 && Math.abs(high - height) < 0.01
  })
  return paper === undefined ? null : [width, height]
}

/** What is wrong with a page apart from what its content draws. */
function pageFault(page: PdfPage, document: PdfDocument, fields: ReadonlySet<number>): string | null {
  const { resolve } = document
  const size = sizeOf(page)
  if (size === null) return 'paper of another size'
  const unit = resolve(page.dict.entries.get('UserUnit'))
  if (unit.kind !== 'null' && (unit.kind !== 'number' || unit.value !== 1)) return 'paper of another size'
  const contents = refAt(page.dict, 'Contents')
  if (contents === null || resolve(contents).kind !== 'stream') return 'text in more than one piece'
  const annots = resolve(page.dict.entries.get('Annots'))
  if (annots.kind !== 'null' && annots.kind !== 'array') return 'something laid on it'
  for (const item of annots.kind === 'array' ? annots.items : []) {
    const fault = annotationFault(item, fields, document, size)
    if (fault !== null) return fault
  }
  const group = dictAt(page.dict, 'Group', resolve)
  return (
    entryFault(page.dict, PAGE, 'a page') ??
    entryFault(group, words('Type S CS'), 'transparency') ??
    resourceFault(page, document)
  )
}

/** What is wrong with how the bytes are written, so that other programs could read something else. */
function writingFaults(document: PdfDocument): readonly string[] {
  const header = HEADER.exec(latin1(document.bytes.subarray(0, 30)))?.[0].length ?? null
  const plain =
    document.sections.length === 1 &&
    header !== null &&
    hasPlainSections(document) &&
    !hasStrayBytes(header, document) &&
    !hasHiddenKeywords(0, document)
  const values = [...document.objects.values()].map(({ value }) => value)
  const dangling = danglingRef(document, [...values, document.trailer])
  return [
    ...(plain ? [] : [say.writtenOtherwise]),
    ...(dangling === null ? [] : [say.dangling(dangling.num)]),
  ]
}

const MOST_PAGES_NAMED = 5

/**
 * What in a record, as it was made, is not as Lectern makes it: by lists of what Lectern writes, so that
 * nothing can be laid over a page, act when it is opened, or be shown by one program and not by another.
 */
export function structureFaults(document: PdfDocument, file: RecordFile): readonly string[] {
  const fields = new Set(signatureFieldsOf(document).map(({ num }) => num))
  const pages = pagesOf(document)
  const onPages = pages.flatMap((page, index): string[] => {
    const fault = pageFault(page, document, fields)
    return fault === null ? [] : [say.notDrawn(`Page ${index + 1}`, fault)]
  })
  return [
    ...writingFaults(document),
    ...catalogFaults(document).map((fault) => say.notDrawn('The file', fault)),
    ...filePartFaults(document, file),
    ...(onPages.length > 0 ? onPages.slice(0, MOST_PAGES_NAMED) : drawingFaults(document, pages, file)),
  ]
}
