import { createHash } from 'node:crypto'
import { resolve, sep } from 'node:path'

import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'

import { recordDocument, type RecordInput } from '../../shared/record/document'
import { informationOf } from '../../shared/record/information'
import { ALARM, INK, PAGE_WIDTH, QUIET, type PdfNode, type RecordDocument } from '../../shared/record/pdf'
import { recordJson } from '../../shared/record/recordJson'
import { PAPERS } from '../../shared/record/signatureFields'
import { addSignatureFields } from './acroForm'
import { attachment } from './attach'
import { addBookmarks } from './bookmarks'
import { fontFolder, loadFonts, type Fonts } from './fonts'
import { innerParts } from './pdfkit'
import { progressOf, type OnProgress } from './progress'
import { setInFonts, type Warnings } from './setInFonts'
import { allowTransparency } from './transparency'
import { withEscapedXmp } from './xmp'

/** What a PDF is rendered from; `resources` is the folder that holds the folder `fonts`. */
export type RenderInput = RecordInput & { readonly resources: string }

/** A finished record: the PDF's bytes, and a sentence for each thing that could not be printed as typed. */
export type RenderedPdf = { readonly bytes: Uint8Array; readonly warnings: readonly string[] }

function footer(running: PdfNode, side: number, page: number, pages: number): PdfNode {
  const number = { text: `Page ${page} of ${pages}`, fontSize: 8, color: QUIET, alignment: 'right' } as const
  return {
    columnGap: 12,
    margin: [side, 22, side, 0],
    columns: [
      { ...running, width: '*' },
      { ...number, width: 90 },
    ],
  }
}

/** What pdfmake is told of the file itself. */
function information(document: RecordDocument) {
  const { title, creator, producer, madeAt } = informationOf(document)
  return { title, creator, producer, creationDate: new Date(madeAt) }
}

const WATERMARK = {
  text: 'DRAFT',
  color: ALARM,
  opacity: 0.08,
  bold: true,
  font: 'NotoSans',
  fontSize: 170,
  angle: -55,
}

/** A copy in pdfmake's types, which know no readonly data: pdfmake writes into what it is given. */
function mutable(node: PdfNode): Content {
  return structuredClone(node) as unknown as Content
}

/** pdfmake's own form of the document. */
function definition(
  document: RecordDocument,
  files: NonNullable<TDocumentDefinitions['files']>,
  fonts: Fonts,
  warnings: Warnings,
): TDocumentDefinitions {
  const mark = document.draft ? [{ text: 'DRAFT · ', bold: true, color: ALARM }] : []
  const running: PdfNode = { text: [...mark, { text: document.running }], fontSize: 8, color: QUIET }
  const foot = setInFonts(running, fonts, warnings)
  const [width, height] = PAPERS[document.paper]
  const side = (width - PAGE_WIDTH) / 2
  return {
    version: '1.7',
    subset: 'PDF/A-3b',
    displayTitle: true,
    language: document.language,
    info: information(document),
    files,
    pageSize: { width, height },
    pageMargins: [side, 52, side, 62],
    defaultStyle: { font: fonts[0].name, fontSize: 10, lineHeight: 1.25, color: INK },
    ...(document.draft ? { watermark: { ...WATERMARK } } : {}),
    footer: (page, pages) => mutable(footer(foot, side, page, pages)),
    content: document.content.map((node) => mutable(setInFonts(node, fonts, warnings))),
  }
}

function inside(folder: string, path: string): boolean {
  return resolve(path).startsWith(resolve(folder) + sep)
}

async function readAll(stream: NodeJS.ReadableStream & { end(): void }): Promise<Buffer> {
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((done, failed) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => done(Buffer.concat(chunks)))
    stream.on('error', failed)
  })
  stream.end()
  return whole
}

/** The file's identifier (ISO 32000-1, 14.4): the same for the same record on the same paper. */
function identifier(input: RenderInput, document: RecordDocument): Buffer {
  const hash = createHash('sha256').update(`${document.paper} ${document.madeAt}\n`)
  return hash.update(recordJson(input.file)).digest().subarray(0, 16)
}

/**
 * Renders a record as PDF 1.7 (PDF/A-3b) with the fonts of a resources folder: its JSON attached, bookmarks,
 * and an empty signature field for everybody expected to sign. The same input gives the same bytes (with the
 * same zlib). Reads nothing but those fonts, never the network. Throws the system's error where a font is missing.
 */
export async function renderPdf(input: RenderInput, onProgress?: OnProgress): Promise<RenderedPdf> {
  const { resources } = input
  const fonts = await loadFonts(resources)
  const warnings: Warnings = new Set()
  const document = recordDocument(input)
  const files = attachment(input.file, document.madeAt)
  const wanted = definition(document, files, fonts, warnings)
  const { layouts, rendered } = progressOf(document.content, onProgress)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => inside(fontFolder(resources), path))
  pdfmake.setFonts(Object.fromEntries(fonts.map(({ name, files: faces }) => [name, { ...faces }])))
  pdfmake.setTableLayouts(layouts)
  pdfmake.setProgressCallback(rendered)
  const stream = await pdfmake.createPdf(wanted, { bufferPages: true }).getStream()
  const pdf = innerParts(stream)
  pdf._id = identifier(input, document)
  addBookmarks(pdf, document.bookmarks)
  addSignatureFields(pdf, document.fields)
  if (document.draft) allowTransparency(pdf)
  const bytes = await readAll(withEscapedXmp(stream))
  onProgress?.(1)
  return { bytes, warnings: [...warnings] }
}
