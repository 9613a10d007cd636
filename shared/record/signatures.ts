import type { RecordSource } from './chapters'
import {
  HAIRLINE,
  PAGE_WIDTH,
  QUIET,
  type PdfNode,
  type PreparedField,
  type Stroke,
  type TextNode,
} from './pdf'
import { PAPERS, signatureFields, type Paper } from './signatureFields'
import { cell, heading, quiet } from './table'
import { MEANING_HEIGHT, meaning } from './verification'
import { fingerprintWords, oneLine } from './words'

const LONGEST_LABEL = 80

/** The room for a field's label, between its box and the next one. */
const LABEL_HEIGHT = 42

const BELOW_BOX = 48
const TWO_LINES = 33

/** Where a page's text ends, from the lower edge of the paper. */
const FOOT = 62

function nameOf({ data }: RecordSource, signer: number | null): string {
  return signer === null ? '' : (data.signers[signer]?.name ?? '')
}

/** The signature fields of a record, with what each is for; a draft has none. */
export function preparedFields(source: RecordSource, paper: Paper): readonly PreparedField[] {
  const { file, data } = source
  if (file.fingerprint === null) return []
  return signatureFields(data.signers.length, paper).map((field) => {
    const name = nameOf(source, field.signer)
    return { ...field, label: name === '' ? 'Further signature' : `Signature of ${name}` }
  })
}

/** A field's box and, under it, whose signature belongs there. */
function box(source: RecordSource, paper: Paper, { rect, signer }: PreparedField): readonly PdfNode[] {
  const [left, bottom, right, top] = rect
  const [width, height] = [right - left, top - bottom]
  const at = { x: left, y: PAPERS[paper][1] - top }
  const edge = { lineWidth: 0.6, lineColor: HAIRLINE }
  const sides: readonly Stroke[] = [
    { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, ...edge },
    { type: 'line', x1: 0, y1: 0, x2: 0, y2: height, ...edge },
    { type: 'line', x1: width, y1: 0, x2: width, y2: height, ...edge },
    { type: 'line', x1: 0, y1: height, x2: width, y2: height, lineWidth: 0.8, lineColor: QUIET },
  ]
  const expected = signer === null ? undefined : source.data.signers[signer]
  const name = expected === undefined ? 'Further signature' : oneLine(expected.name, LONGEST_LABEL)
  const role = expected === undefined ? 'for anybody else who signs' : oneLine(expected.role, LONGEST_LABEL)
  const fits = { maxHeight: LABEL_HEIGHT / 2 }
  return [
    { canvas: sides, absolutePosition: at },
    {
      absolutePosition: { x: left, y: at.y + height + 4 },
      columnGap: 0,
      columns: [
        {
          width,
          stack: [
            expected === undefined ? quiet(name, fits) : cell(name, { bold: true, ...fits }),
            quiet(role, fits),
          ],
        },
      ],
    },
  ]
}

function intro({ file, data }: RecordSource, page: number, pages: number): readonly PdfNode[] {
  const print = file.fingerprint === null ? '' : `, fingerprint ${fingerprintWords(file.fingerprint, 16)} …,`
  const title = `“${oneLine(data.meeting.title, LONGEST_LABEL)}”`
  const counted = pages === 1 ? '' : ` (page ${page + 1} of ${pages} for signatures)`
  const which = `Revision ${data.revision?.number ?? 0}${print} of ${title}${counted}`
  const text =
    page === 0
      ? 'A signature goes into the box above its signer’s name, in Lectern or in another program that signs PDF files. A box that nobody signed stays empty. Nothing else may be added to this record.'
      : 'More boxes for signatures.'
  const { id, ...repeated } = heading('signatures')
  const first: TextNode = page === 0 && id !== undefined ? { id, ...repeated } : repeated
  return [
    { ...first, pageBreak: 'before' as const },
    { canvas: [line()], margin: [0, 1, 0, 8] },
    cell(which, { bold: true, margin: [0, 0, 0, 4], maxHeight: TWO_LINES }),
    quiet(text),
  ]
}

function line(): Stroke {
  return { type: 'line', x1: 0, y1: 0, x2: PAGE_WIDTH, y2: 0, lineWidth: 0.9, lineColor: HAIRLINE }
}

/** Where there is room for what a signature proves on the last page: points from its upper edge, or null. */
function roomBelow(paper: Paper, fields: readonly PreparedField[]): number | null {
  const height = PAPERS[paper][1]
  const last = fields.at(-1)
  if (last === undefined) return null
  const below = height - last.rect[1] + BELOW_BOX
  return height - FOOT - below >= MEANING_HEIGHT ? below : null
}

/** What a signature proves, before the signature pages where it has no room on the last of them. */
export function meaningBefore(paper: Paper, fields: readonly PreparedField[]): readonly PdfNode[] {
  return fields.length === 0 || roomBelow(paper, fields) !== null ? [] : [meaning()]
}

function meaningBelow(paper: Paper, fields: readonly PreparedField[]): readonly PdfNode[] {
  const y = roomBelow(paper, fields)
  if (y === null) return []
  const x = (PAPERS[paper][0] - PAGE_WIDTH) / 2
  return [{ absolutePosition: { x, y }, stack: [{ ...meaning(), margin: [0, 0, 0, 0] }] }]
}

/** The last pages of a revision: an empty box for every signature, exactly where its field lies. */
export function signaturePages(
  source: RecordSource,
  paper: Paper,
  fields: readonly PreparedField[],
): readonly PdfNode[] {
  const pages = Math.max(0, ...fields.map(({ page }) => page + 1))
  const boxes = Array.from({ length: pages }, (_none, page) => [
    ...intro(source, page, pages),
    ...fields.filter((field) => field.page === page).flatMap((field) => box(source, paper, field)),
  ])
  return [...boxes.flat(), ...meaningBelow(paper, fields)]
}
