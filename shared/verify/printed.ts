import { dictAt, textAt } from '../pdf/access'
import type { PdfDocument } from '../pdf/document'
import { pageTexts } from '../pdf/pageText'
import { pagesOf } from '../pdf/pages'
import { recordDocument } from '../record/document'
import type { RecordFile } from '../record/schema'
import { expectedRows, type ExpectedRow } from './expectedText'
import { mismatches, type Mismatch } from './matchText'
import { pageOf, withoutFoot } from './pageReader'
import { paperOf } from './placement'
import { say } from './sentences'
import { momentOf } from './signatures'

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

/**
 * Where the printed text of a record is not what its attached data prints: both are compared row by row, from
 * the first page to the last. Says so (in `notes`) where the text is too much to be compared.
 */
export function comparePrinted(
  document: PdfDocument,
  file: RecordFile,
): { readonly faults: readonly string[]; readonly notes: readonly string[] } {
  const texts = pageTexts(document)
  if (!texts.ok && texts.refusal.code === 'tooLarge') return { faults: [], notes: [say.noText] }
  if (!texts.ok) return { faults: [texts.refusal.sentence], notes: [] }
  const information = dictAt(document.trailer, 'Info', document.resolve)
  const madeAt = momentOf(textAt(information, 'CreationDate', document.resolve)) ?? new Date(0).toISOString()
  const expected = recordDocument({ file, madeAt, paper: paperOf(pagesOf(document).at(-1)) })
  const mark = expected.draft ? 'DRAFT' : ''
  const before = expected.draft ? 'DRAFT · ' : ''
  const pages = texts.value.map((page, index) => {
    const foot = `${before}${expected.running}Page ${index + 1} of ${texts.value.length}`
    return withoutFoot(pageOf(page), foot, mark)
  })
  return { faults: mismatches(expectedRows(expected), pages).map(sentenceOf), notes: [] }
}
