import { dictAt, textAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { pageTexts, type PageText } from '../pdf/pageText'
import { pagesOf } from '../pdf/pages'
import type { RecordInput } from '../record/document'
import { RECORD_LAYOUT, type RecordFile } from '../record/schema'
import { entriesOf } from './entries'
import type { ExpectedRow } from './expectedText'
import { TextFinder } from './findText'
import { mismatches, type Matched, type Mismatch } from './matchText'
import { pageOf, withoutFoot } from './pageReader'
import { paperOf } from './placement'
import { say } from './sentences'
import { momentOf } from './signatures'
import { otherTexts, printingOf, statedPrinting, type Printing } from './statedZone'

const LONGEST_QUOTE = 120

function quoted(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}

function rowWords({ cells }: ExpectedRow): string {
  return quoted(cells.filter((cell) => cell !== '').join(' · '))
}

function sentenceOf(mismatch: Mismatch): string {
  return mismatch.kind === 'missing'
    ? say.notPrinted(rowWords(mismatch.row))
    : say.notRecorded(mismatch.page + 1, quoted(mismatch.text))
}

const MOST_NAMED = 5

/** `drawable` says that this program would print the very same. */
type Compared = {
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  readonly drawable: boolean
}

/** Where the pages part from what a record of this layout prints. */
function parted(texts: readonly PageText[], { document, rows }: Printing): Matched {
  const mark = document.draft ? 'DRAFT' : ''
  const before = document.draft ? 'DRAFT · ' : ''
  const pages = texts.map((page, index) => {
    const number = `Page ${index + 1} of ${texts.length}`
    return withoutFoot(pageOf(page), { running: `${before}${document.running}`, number, mark })
  })
  const matched = mismatches(rows, pages)
  return { ...matched, excused: matched.excused || pages.some((page) => page.excused) }
}

/** Every word, by this computer's rules of the time zone, else by those the record itself states. */
function compareWords(texts: readonly PageText[], input: RecordInput): Compared {
  const here = printingOf(input)
  const printed = parted(texts, here)
  const notesOf = ({ excused }: Matched) => (excused ? [say.otherScript] : [])
  const stated = printed.found.length === 0 ? null : statedPrinting(input)
  const asStated = stated === null ? null : parted(texts, stated)
  if (stated === null || asStated === null || asStated.found.length > 0)
    return { faults: printed.found.map(sentenceOf), notes: notesOf(printed), drawable: true }
  const other = otherTexts(stated, here).map(([is, would]) => [quoted(is), quoted(would)] as const)
  const zone = say.otherZone(input.file.record.meeting.timeZone, other)
  return { faults: [], notes: [zone, say.wordsAlone, ...notesOf(asStated)], drawable: false }
}

/** The entries alone: another version of Lectern has words of its own around them. */
function compareEntries(texts: readonly PageText[], file: RecordFile): Compared {
  const finder = new TextFinder(texts)
  const faults: string[] = []
  for (const text of entriesOf(file)) {
    const found = finder.finds(text)
    if (finder.isSpent || faults.length >= MOST_NAMED) break
    if (!found) faults.push(say.notPrinted(quoted(text)))
  }
  if (finder.isSpent) faults.push(say.noText)
  return { faults, notes: [say.otherLayout(file.layout, RECORD_LAYOUT)], drawable: false }
}

/**
 * Where the printed text of a record is not what its attached data prints: both are compared row by row, from
 * the first page to the last; of a record with another layout each entry is looked for on the pages. Says in
 * `notes` where not everything could be compared, and where only the rules of the time zone differ.
 */
export function comparePrinted(document: PdfDocument, file: RecordFile): Compared {
  const texts = pageTexts(document)
  // A file that could switch the comparison off by its size would make every lie pass.
  if (!texts.ok && texts.refusal.code === 'tooLarge')
    return { faults: [say.noText], notes: [], drawable: false }
  if (!texts.ok) return { faults: [texts.refusal.sentence], notes: [], drawable: false }
  if (file.layout !== RECORD_LAYOUT) return compareEntries(texts.value, file)
  const information = dictAt(document.trailer, 'Info', document.resolve)
  const madeAt = momentOf(textAt(information, 'CreationDate', document.resolve)) ?? new Date(0).toISOString()
  return compareWords(texts.value, { file, madeAt, paper: paperOf(pagesOf(document).at(-1)) })
}
