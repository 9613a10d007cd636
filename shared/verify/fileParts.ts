import { asDict, catalogOf, dictAt, itemsAt, textAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { latin1, type PdfDict, type PdfValue } from '../pdf/values'
import { utf8 } from '../pdf/utf8'
import { valuesWithin } from '../pdf/walk'
import { recordDocument } from '../record/document'
import { ATTACHMENT_DESCRIPTION, informationOf, type Information } from '../record/information'
import { ATTACHMENT, RECORD_LAYOUT, type RecordFile } from '../record/schema'
import { paperOf } from './placement'
import { pagesOf } from '../pdf/pages'
import { say } from './sentences'
import { momentOf } from './signatures'

const words = (text: string): readonly string[] => text.split(' ')

const ITEM = words('Title Dest Parent Prev Next')
const SPECIFICATION = words('Type AFRelationship F UF EF Desc')
const EMBEDDED = words('Type Params Subtype Length Filter')
const METADATA = words('Type Subtype length Length')
const INFORMATION = words('Title Creator Producer CreationDate')

function only(dict: PdfDict | null, keys: readonly string[]): boolean {
  return dict !== null && [...dict.entries.keys()].every((key) => keys.includes(key))
}

/** Every dictionary of a document that has one of these entries. */
function holders(document: PdfDocument, keys: readonly string[]): readonly PdfDict[] {
  const roots = [...document.objects.values()].map(({ value }) => value)
  return [...valuesWithin(roots)].flatMap((value: PdfValue) =>
    value.kind === 'dict' && keys.some((key) => value.entries.has(key)) ? [value] : [],
  )
}

/** Whether the file carries the attached record alone, named in one place of the names and one of the catalog. */
function carriesRecord(document: PdfDocument): boolean {
  const { resolve } = document
  const catalog = catalogOf(document)
  const tree = dictAt(dictAt(catalog, 'Names', resolve), 'EmbeddedFiles', resolve)
  const [name, named, ...more] = itemsAt(tree, 'Names', resolve)
  const [associated, ...others] = itemsAt(catalog, 'AF', resolve)
  const file = asDict(resolve(named))
  const files = dictAt(file, 'EF', resolve)
  const data = resolve(files?.entries.get('F'))
  return (
    more.length + others.length === 0 &&
    named?.kind === 'ref' &&
    associated?.kind === 'ref' &&
    named.num === associated.num &&
    name?.kind === 'string' &&
    latin1(name.bytes) === ATTACHMENT &&
    only(tree, ['Names']) &&
    only(file, SPECIFICATION) &&
    [textAt(file, 'F', resolve), textAt(file, 'UF', resolve)].every((each) => each === ATTACHMENT) &&
    textAt(file, 'Desc', resolve) === ATTACHMENT_DESCRIPTION &&
    only(files, ['F']) &&
    data.kind === 'stream' &&
    only(data.dict, EMBEDDED) &&
    holders(document, ['EF', 'RF']).length === 1 &&
    holders(document, ['AF']).length === 1 &&
    holders(document, ['FS']).length === 0
  )
}

function sameTarget(one: readonly PdfValue[], other: readonly PdfValue[]): boolean {
  const plain = (items: readonly PdfValue[]) =>
    items
      .map((item) => {
        if (item.kind === 'ref') return `${item.num} ${item.gen} R`
        if (item.kind === 'number') return String(item.value)
        return item.kind === 'name' ? `/${item.name}` : item.kind
      })
      .join(' ')
  return one.length === 5 && plain(one) === plain(other)
}

/** The places of a record that have a name, which links and bookmarks lead to. */
function namedPlaces(
  { resolve }: PdfDocument,
  catalog: PdfDict | null,
): ReadonlyMap<string, readonly PdfValue[]> {
  const tree = dictAt(dictAt(catalog, 'Names', resolve), 'Dests', resolve)
  const items = itemsAt(tree, 'Names', resolve).map((item) => resolve(item))
  const places = new Map<string, readonly PdfValue[]>()
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [name, place] = [items[at], items[at + 1]]
    if (name?.kind === 'string' && place?.kind === 'array') places.set(latin1(name.bytes), place.items)
  }
  return places
}

const MOST_BOOKMARKS = 100

/** Whether the bookmarks are the record's chapters, each once, and lead to them and nowhere else. */
function hasBookmarks(document: PdfDocument, titles: Readonly<Record<string, string>> | null): boolean {
  const { resolve } = document
  const catalog = catalogOf(document)
  if (catalog?.entries.has('Outlines') !== true) return true
  const root = dictAt(catalog, 'Outlines', resolve)
  if (!only(root, words('Type Count First Last'))) return false
  const places = namedPlaces(document, catalog)
  const seen = new Set<string>()
  for (let item = root?.entries.get('First'); item !== undefined;) {
    const dict = asDict(resolve(item))
    const title = textAt(dict, 'Title', resolve) ?? ''
    const dest = itemsAt(dict, 'Dest', resolve)
    const ids = Array.from(places).flatMap(([id, place]) => (sameTarget(dest, place) ? [id] : []))
    const isChapter = titles === null ? title !== '' : ids.some((id) => titles[id] === title)
    if (!only(dict, ITEM) || !isChapter || ids.length === 0 || seen.has(title) || seen.size > MOST_BOOKMARKS)
      return false
    seen.add(title)
    item = dict?.entries.get('Next')
  }
  return true
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The packet of XMP that Lectern writes, without the blanks between its elements. */
function packetOf({ title, creator, producer, madeAt }: Information): string {
  const made = `${new Date(madeAt).toISOString().slice(0, 19)}Z`
  const about = (space: string, content: string) => `<rdf:Description ${space}>${content}</rdf:Description>`
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    about(
      'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about=""',
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
    ),
    about(
      'rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${made}</xmp:CreateDate><xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>`,
    ),
    about(
      'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    ),
    about(
      'rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    ),
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('')
}

/** Whether the title, dates and makers of the file are the given ones, in its two places. */
function informs(document: PdfDocument, wanted: Information): boolean {
  const { resolve, streamData, trailer } = document
  const information = dictAt(trailer, 'Info', resolve)
  const digits = new Date(wanted.madeAt).toISOString().replace(/\D/g, '').slice(0, 14)
  const packet = resolve(catalogOf(document)?.entries.get('Metadata'))
  if (packet.kind !== 'stream' || !only(packet.dict, METADATA)) return false
  const data = streamData(packet)
  return (
    only(information, INFORMATION) &&
    textAt(information, 'Title', resolve) === wanted.title &&
    textAt(information, 'Creator', resolve) === wanted.creator &&
    textAt(information, 'Producer', resolve) === wanted.producer &&
    textAt(information, 'CreationDate', resolve) === `D:${digits}Z` &&
    data.ok &&
    utf8(data.value).replace(/>\s+</g, '><').trim() === packetOf(wanted)
  )
}

/**
 * What a file carries and says beside its pages that Lectern would not write for this record. Of another layout,
 * whose words are not known here, the title of the file and of its bookmarks may be others.
 */
export function filePartFaults(document: PdfDocument, file: RecordFile): readonly string[] {
  const information = dictAt(document.trailer, 'Info', document.resolve)
  const madeAt = momentOf(textAt(information, 'CreationDate', document.resolve)) ?? new Date(0).toISOString()
  const paper = paperOf(pagesOf(document).at(-1))
  const known = file.layout === RECORD_LAYOUT ? recordDocument({ file, madeAt, paper }) : null
  const title = known?.title ?? textAt(information, 'Title', document.resolve) ?? ''
  const made = known?.madeAt ?? file.record.revision?.at ?? madeAt
  return [
    ...(carriesRecord(document) ? [] : [say.otherFile]),
    ...(hasBookmarks(document, known?.bookmarks ?? null) ? [] : [say.otherBookmarks]),
    ...(informs(document, informationOf({ title, madeAt: made })) ? [] : [say.otherInformation]),
  ]
}
