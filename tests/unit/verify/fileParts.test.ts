import { describe, expect, it } from 'vitest'

import { catalogOf, dictAt, itemsAt, refAt } from '../../../shared/pdf/access'
import { latin1, pdfArray, pdfDict, pdfName, pdfRef, pdfText } from '../../../shared/pdf/values'
import { say } from '../../../shared/verify/sentences'
import { opened, rewritten, updated } from './forging'
import { signedFirst } from './oneSection'
import { reportOf, signedRecord } from './verifying'

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('This record is not as the test needs it')
  return value
}

const rootOf = (bytes: Uint8Array) => there(refAt(opened(bytes).trailer, 'Root')).num
const bookmarksOf = (bytes: Uint8Array) => {
  const document = opened(bytes)
  const root = dictAt(catalogOf(document), 'Outlines', document.resolve)
  return [there(refAt(root, 'First')).num, there(refAt(root, 'Last')).num] as const
}
const bookmark = (entries: Parameters<typeof rewritten>[2]) => (base: Uint8Array) =>
  updated(base, rewritten(base, bookmarksOf(base)[0], entries))
const informing = (entries: Parameters<typeof rewritten>[2]) => (base: Uint8Array) =>
  updated(base, rewritten(base, there(refAt(opened(base).trailer, 'Info')).num, entries))

const DATA = '{"decisions":["ship"]}'
const specification = (num: number) =>
  `<< /Type /Filespec /F (record.json) /UF (record.json) /AFRelationship /Source /EF << /F ${num} 0 R >> >>`
/** The file with a second attached file, named by these objects. */
const carrying =
  (named: (base: Uint8Array, ref: number) => ReturnType<typeof rewritten>) => (base: Uint8Array) => {
    const n = opened(base).nextNumber
    const data = `<< /Type /EmbeddedFile /Length ${DATA.length} >>\nstream\n${DATA}\nendstream`
    return updated(
      base,
      { num: n, gen: 0, text: specification(n + 1) },
      { num: n + 1, gen: 0, text: data },
      named(base, n),
    )
  }
const firstPage = (base: Uint8Array) => {
  const document = opened(base)
  const [page] = itemsAt(dictAt(catalogOf(document), 'Pages', document.resolve), 'Kids', document.resolve)
  return page?.kind === 'ref' ? page.num : 0
}
const repacked = (edit: (packet: string) => string) => (base: Uint8Array) => {
  const document = opened(base)
  const { num } = there(refAt(catalogOf(document), 'Metadata'))
  const value = document.resolve(pdfRef(num))
  const data = value.kind === 'stream' ? document.streamData(value) : null
  const packet = edit(data?.ok === true ? latin1(data.value) : '')
  return updated(base, {
    num,
    gen: 0,
    text: `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`,
  })
}
const script = pdfDict({ S: pdfName('JavaScript'), JS: pdfText('app.alert("x")') })

describe('what a file carries beside its pages', () => {
  it.each<[string, (base: Uint8Array) => Uint8Array, string]>([
    ['a script in a bookmark', bookmark({ A: script }), say.otherBookmarks],
    ['an address in a bookmark', bookmark({ A: pdfDict({ S: pdfName('URI') }) }), say.otherBookmarks],
    ['words of its own in a bookmark', bookmark({ Title: pdfText('We ship on Friday') }), say.otherBookmarks],
    ['the name of another chapter', bookmark({ Title: pdfText('Signatures') }), say.otherBookmarks],
    ['a bookmark within another', bookmark({ First: pdfRef(1) }), say.otherBookmarks],
    [
      'bookmarks in a circle',
      (base) => {
        const [first, last] = bookmarksOf(base)
        return updated(base, rewritten(base, last, { Next: pdfRef(first) }))
      },
      say.otherBookmarks,
    ],
    [
      'another file for programs that read the catalog',
      carrying((base, ref) => rewritten(base, rootOf(base), { AF: pdfArray([pdfRef(ref)]) })),
      say.otherFile,
    ],
    [
      'a second file in the catalog',
      carrying((base, ref) => {
        const document = opened(base)
        const files = itemsAt(catalogOf(document), 'AF', document.resolve)
        return rewritten(base, rootOf(base), { AF: pdfArray([...files, pdfRef(ref)]) })
      }),
      say.otherFile,
    ],
    [
      'a file that belongs to a page',
      carrying((base, ref) => rewritten(base, firstPage(base), { AF: pdfArray([pdfRef(ref)]) })),
      say.otherFile,
    ],
    ['another title', informing({ Title: pdfText('Release 4.2 ships on Friday') }), say.otherInformation],
    ['an author', informing({ Author: pdfText('The Board') }), say.otherInformation],
    ['another day', informing({ CreationDate: pdfText('D:20200101000000Z') }), say.otherInformation],
    [
      'another title in its other place',
      repacked((packet) => packet.replace('Halt release', 'Ship release')),
      say.otherInformation,
    ],
    [
      'somebody who made it, in its other place',
      repacked((packet) =>
        packet.replace('</rdf:RDF>', '<rdf:Description dc:creator="The Board"/></rdf:RDF>'),
      ),
      say.otherInformation,
    ],
  ])('is no record with %s', async (_what, prepare, finding) => {
    const { base, dana } = await signedRecord()
    const report = await reportOf(await signedFirst(prepare(base), dana), [dana])
    expect(report.verdict).toBe('changed')
    expect(report.findings).toContain(finding)
  })

  it('is that of a record where it is written in another way of the same words', async () => {
    const { base, dana } = await signedRecord()
    const spread = repacked((packet) => packet.replace('<rdf:Alt>', '\n<rdf:Alt>\n'))(base)
    expect((await reportOf(await signedFirst(spread, dana), [dana])).findings).toEqual([])
  })
})
