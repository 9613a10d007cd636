import { formatMoment } from '../capture/due'
import { DRAWING, type SignOff, type SignOffMark } from '../meeting/schema'
import type { Chapter, ChapterMaker, RecordSource } from './chapters'
import { INK, type PdfNode, type Stroke, type TableNode, type TextNode } from './pdf'
import { cell, heading, quiet, section, type Column } from './table'
import { fingerprintWords, listed } from './words'

const LABEL_WIDTH = 82
const MARK_WIDTH = 120
const MARK_HEIGHT = MARK_WIDTH * (DRAWING.height / DRAWING.width)

type Point = readonly [number, number]

/** Where the ink of a drawing begins and how far it reaches, in the drawing's units. */
function inkOf(strokes: readonly (readonly Point[])[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  for (const [x, y] of strokes.flat()) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

/** A drawn sign-off as lines, its ink as large as its room allows, but never magnified. */
function drawn(strokes: readonly (readonly Point[])[]): PdfNode {
  const { left, top, width, height } = inkOf(strokes)
  const scale = Math.min(MARK_WIDTH / width, MARK_HEIGHT / height, (2 * MARK_WIDTH) / DRAWING.width)
  const pen = { lineWidth: 1.1, lineColor: INK, lineCap: 'round', lineJoin: 'round' } as const
  const lines = strokes.map((stroke): Stroke => {
    const points = stroke.map(([x, y]) => ({ x: (x - left) * scale + 1, y: (y - top) * scale + 1 }))
    return { type: 'polyline', points: points.length === 1 ? [...points, ...points] : points, ...pen }
  })
  return { canvas: lines, margin: [0, 2, 0, 2] }
}

function markOf(mark: SignOffMark): PdfNode {
  return mark.kind === 'drawn' ? drawn(mark.strokes) : cell(mark.text, { fontSize: 13 })
}

function given(signOff: SignOff, timeZone: string): PdfNode {
  const { name, role, at, mark } = signOff
  const how = mark.kind === 'drawn' ? 'drawn' : 'typed'
  const who: PdfNode = {
    stack: [
      cell(role === '' ? name : `${name}, ${role}`, { bold: true }),
      quiet(`${formatMoment(at, timeZone)}, ${how}`),
    ],
  }
  return {
    unbreakable: true,
    margin: [0, 0, 0, 8],
    stack: [
      {
        columnGap: 12,
        columns: [
          { width: '*', ...who },
          { width: MARK_WIDTH + 4, ...markOf(mark) },
        ],
      },
    ],
  }
}

function signOffs({ file, data }: RecordSource): PdfNode {
  if (file.signOffs.length === 0) return cell('Nobody signed off this revision before it was printed.')
  return { stack: file.signOffs.map((signOff) => given(signOff, data.meeting.timeZone)) }
}

function prose(...sentences: readonly string[]): PdfNode {
  return { stack: sentences.map((text): TextNode => quiet(text, { color: INK, margin: [0, 0, 0, 2] })) }
}

/** What a signature under a record proves. */
export const PROVES = [
  'The holder of the signer’s key signed this very revision and the data attached to it.',
  'Nothing in it was changed since; what was added later is told apart from it.',
]

/** What it does not prove, however valid. */
export const DOES_NOT_PROVE = [
  'Who the signer is. Identities are self-made: compare the certificate’s fingerprint with the signer in another way. Other programs do not know them; Adobe shows “validity unknown”.',
  'When it was signed. The time is that of the signer’s own clock.',
  'That there was no other version. The owner of all the keys could make it all again.',
  'The fingerprint is that of the record’s data (SHA-256 of its canonical JSON, RFC 8785), not of this file’s bytes: paper and signatures do not change it.',
]

const HOW_TO_VERIFY = [
  'In Lectern: “Verify a record”.',
  'On the command line: npm run -s lectern -- verify RECORD.pdf',
  'Without Lectern: open the verifier page, one file that Lectern saves, in any browser.',
]

function expected({ data }: RecordSource): string {
  const names = data.signers.map(({ name, role }) => (role === '' ? name : `${name} (${role})`))
  if (names.length === 0) return 'Nobody in particular. The fields on the last page are for whoever signs.'
  return `${listed(names)}. Each has a field on the last pages; whoever did not sign is named when the record is verified.`
}

type Row = readonly [label: string, said: PdfNode]

function labelled(chapter: Chapter, rows: readonly Row[]): TableNode {
  const columns: readonly Column[] = [
    { title: '', width: LABEL_WIDTH },
    { title: '', width: 'rest' },
  ]
  return section(
    chapter,
    columns,
    rows.map(([label, said]) => [quiet(label, { margin: [0, 1, 0, 0] }), said]),
  )
}

/** A fingerprint in two lines of the same length. */
function twoLines(fingerprint: string): string {
  const middle = fingerprint.length / 2
  return [fingerprint.slice(0, middle), fingerprint.slice(middle)]
    .map((half) => fingerprintWords(half))
    .join('\n')
}

function draftNote(): readonly PdfNode[] {
  const text =
    'This is a draft. It has no fingerprint and cannot be signed; it may change until the record is finalised. The record.json attached to this PDF holds the same draft as data.'
  return [{ margin: [0, 22, 0, 0], unbreakable: true, stack: [heading('verification'), cell(text)] }]
}

const MEANING: readonly Row[] = [
  ['It proves', prose(...PROVES)],
  ['It does not prove', prose(...DOES_NOT_PROVE)],
  ['How to verify', prose(...HOW_TO_VERIFY)],
]

/** What a signature under a record proves, what it does not, and how to verify it. */
export function meaning(): TableNode {
  return labelled('meaning', MEANING)
}

/** The room that `meaning` takes, in points. */
export const MEANING_HEIGHT = 240

/** Which revision this is, its fingerprint, who signed it off and who is expected to sign. */
export const verification: ChapterMaker = (source) => {
  const { file, data } = source
  const { revision, meeting } = data
  if (revision === null || file.fingerprint === null) return draftNote()
  const fixed = `Revision ${revision.number}, fixed ${formatMoment(revision.at, meeting.timeZone)} by ${revision.by.name}.`
  const rows: readonly Row[] = [
    ['Revision', cell(fixed)],
    ['Fingerprint', cell(twoLines(file.fingerprint), { bold: true })],
    ['Log up to entry', quiet(fingerprintWords(revision.head))],
    ...(revision.supersedes === null
      ? []
      : [['Supersedes', quiet(fingerprintWords(revision.supersedes))] as const]),
    ['Signed off by', signOffs(source)],
    ['Expected to sign', cell(expected(source))],
  ]
  const table = labelled('verification', rows)
  const together = file.signOffs.length <= 6 && data.signers.length <= 12
  return together
    ? [{ unbreakable: true, margin: [0, 22, 0, 0], stack: [{ ...table, margin: [0, 0, 0, 0] }] }]
    : [table]
}
