import type { PdfDocument } from '../pdf/document'
import type { PdfValue } from '../pdf/values'
import type { RecordFile } from '../record/schema'
import { changedKeys, sameValue, type Pair } from './compare'
import { sameBytes } from './crypto'
import type { VerifyReport } from './report'
import { say } from './sentences'

/** A record as it was made, before anybody signed it, and what it says. */
export type Original = { readonly document: PdfDocument; readonly file: RecordFile }

function sameObject(one: PdfValue, other: PdfValue, pair: Pair): boolean {
  if (one.kind !== 'stream' || other.kind !== 'stream') return sameValue(one, other, pair)
  if (changedKeys(one.dict, other.dict, pair).some((key) => key !== 'Length')) return false
  const [before, after] = [pair.before.streamData(one), pair.after.streamData(other)]
  return before.ok && after.ok && sameBytes(before.value, after.value)
}

/**
 * Whether two documents hold the same objects under the same numbers, streams unpacked: what draws the one draws
 * the other. Where they lie in the file, how they are packed and the file's identifier do not count.
 */
export function isSameDocument(pair: Pair): boolean {
  const { before, after } = pair
  const root = (document: PdfDocument) => document.trailer.entries.get('Root') ?? { kind: 'null' }
  const information = (document: PdfDocument) => document.trailer.entries.get('Info') ?? { kind: 'null' }
  return (
    before.objects.size === after.objects.size &&
    sameValue(root(before), root(after), pair) &&
    sameValue(information(before), information(after), pair) &&
    [...before.objects.values()].every(({ num, gen, value }) => {
      const other = after.objects.get(num)
      return other !== undefined && other.gen === gen && sameObject(value, other.value, pair)
    })
  )
}

/** The report on a record that is drawn otherwise than Lectern draws it. */
export function drawnOtherwise(report: VerifyReport): VerifyReport {
  return { ...report, verdict: 'changed', findings: [say.notAsDrawn, ...report.findings] }
}

/** The report on a record of which nobody knows whether it is drawn as Lectern draws it. */
export function wordsAlone(report: VerifyReport): VerifyReport {
  return { ...report, findings: [...report.findings, say.wordsAlone] }
}
