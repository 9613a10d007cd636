import { openPdf, type PdfDocument } from '../pdf/document'
import type { Inflate } from '../pdf/filters'
import { signatureFieldsOf } from '../pdf/forms'
import type { RecordFile } from '../record/schema'
import { checkSignature, reportOf, type CheckedSignature, type Known } from './checkSignature'
import type { WebCrypto } from './crypto'
import { appendedTo, earlierChanges, historyOf, laterChanges, type History, type Later } from './later'
import { keptFor, missingSigners, otherNames } from './people'
import { misplacedFields } from './placement'
import { comparePrinted } from './printed'
import { attachedRecord, type Attached } from './record'
import type { Original } from './redrawn'
import type { Verdict, VerifyReport } from './report'
import { say } from './sentences'
import { foundSignatures, permissionOf } from './signatures'
import { structureFaults } from './structure'

/** What verifying needs from the platform, and whom its owner knows. */
export type VerifyTools = {
  readonly crypto: WebCrypto
  readonly inflate: Inflate
  readonly known: Known
  /** Hears how many entries a record's log has before its pages are read: a long one takes its time. */
  readonly onRecord?: (entries: number) => void
}

/** Milliseconds that a file may take to check: a long record more, and no file more for being large. */
export function timeFor(entries: number): number {
  return Math.min(4_500 + 10 * entries, 60_000)
}

/** A signature field that nobody has filled, with the person it is kept for ('' for anybody). */
export type OpenField = { readonly field: string; readonly name: string }
export type Verified = { readonly report: VerifyReport; readonly openFields: readonly OpenField[] }
/** `original` is there for a record in which nothing false was found, to be compared with one that is drawn anew. */
export type VerifiedPdf = Verified & { readonly original: Original | null }

const MOST_SIGNATURES = 40

type Judged = {
  readonly document: PdfDocument
  readonly signatures: readonly CheckedSignature[]
  readonly history: History
  readonly later: readonly Later[]
}

/** The verdict on a file that cannot be checked, with the reason in one sentence. */
export function unreadablePdf(sentence: string): VerifiedPdf {
  const nothing = { revision: null, fingerprint: null, signers: [], missing: [] }
  return {
    report: { verdict: 'unreadable', ...nothing, findings: [sentence] },
    openFields: [],
    original: null,
  }
}

function openFieldsOf(
  document: PdfDocument,
  expected: readonly { readonly name: string }[],
): readonly OpenField[] {
  return signatureFieldsOf(document)
    .filter(({ value }) => value === null)
    .map(({ name }) => ({ field: name, name: keptFor(name, expected) }))
}

/** The signatures of a PDF that is no record: said, but nothing but each by itself is judged. */
function foreign(history: History): VerifiedPdf {
  const { whole, signatures } = history
  const each = signatures.flatMap(({ name, status, faults, notes }) => [
    ...(status === 'valid' ? [say.foreignHolds(name)] : faults),
    ...notes,
  ])
  const signed = signatures.length === 0 ? [say.noSignatures] : each
  const findings = [say.foreign, ...signed, ...appendedTo(history)]
  const signers = signatures.map(reportOf)
  const report = {
    verdict: 'foreign' as const,
    revision: null,
    fingerprint: null,
    signers,
    missing: [],
    findings,
  }
  return { report, openFields: openFieldsOf(whole, []), original: null }
}

/** The signatures, each marked as changed where something forbidden came after it. */
function withLater({ signatures, later }: Judged): readonly CheckedSignature[] {
  return signatures.map((checked, index) => {
    const touched = later.slice(index).some(({ sentences }) => sentences.length > 0)
    return checked.status === 'valid' && touched ? { ...checked, status: 'changed' } : checked
  })
}

function placeFaults({ document, signatures }: Judged, file: RecordFile): readonly string[] {
  return misplacedFields(document, file.record.signers.length).map((misplaced) => {
    const { field, kind } = misplaced
    const signed = signatures.find(({ found }) => found.field.num === field.num)
    if (
      kind === 'unprepared' &&
      (signed === undefined || field.widgets.every(({ pages }) => pages.length === 0))
    )
      return say.unprepared(field.name)
    const page = kind === 'elsewhere' ? misplaced.page : (field.widgets[0]?.pages[0] ?? -1) + 1
    return say.elsewhere(signed?.name ?? field.name, page)
  })
}

function permissionNotes({ signatures, history }: Judged): readonly string[] {
  const [first] = signatures
  if (first === undefined || history.first === null) return []
  const permission = permissionOf(first.found, history.first)
  return permission === 2 || permission === 1 ? [] : [say.permits(first.name)]
}

function verdictOf(file: RecordFile, signatures: number, faults: readonly string[]): Verdict {
  if (faults.length > 0) return 'changed'
  return signatures === 0 || file.fingerprint === null ? 'unsigned' : 'intact'
}

function record(judged: Judged, file: RecordFile, recordFaults: readonly string[]): VerifiedPdf {
  const { document, history, later } = judged
  const signatures = withLater(judged)
  const { signers, revision } = file.record
  const made = history.made ?? history.first ?? document
  const printed = comparePrinted(history.first ?? document, file)
  const isSignedDraft = file.fingerprint === null && signatures.length > 0
  const faults = [
    ...signatures.flatMap((signature) => [...signature.faults, ...signature.loose]),
    ...(isSignedDraft ? [] : earlierChanges(history)),
    ...later.flatMap(({ sentences }) => sentences),
    ...structureFaults(made, file),
    ...(file.fingerprint === null ? [] : placeFaults(judged, file)),
    ...recordFaults,
    ...printed.faults,
  ]
  const draft = signatures.length === 0 ? say.draft : say.signedDraft
  const notes = [
    ...(file.fingerprint === null ? [draft] : []),
    ...(file.fingerprint === null ? [] : permissionNotes(judged)),
    ...otherNames(signers, signatures),
    ...printed.notes,
    ...signatures.flatMap((signature) => signature.notes),
  ]
  const report: VerifyReport = {
    verdict: verdictOf(file, signatures.length, faults),
    revision: revision?.number ?? null,
    fingerprint: file.fingerprint,
    signers: signatures.map(reportOf),
    missing: [...missingSigners(signers, signatures)],
    findings: [...new Set([...faults, ...notes])],
  }
  const isSound = faults.length === 0 && file.fingerprint !== null && printed.drawable
  return {
    report,
    openFields: openFieldsOf(document, signers),
    original: isSound ? { document: made, file } : null,
  }
}

/** A record that can be read no more, signed or not. */
function brokenRecord(
  judged: Judged,
  { kind, sentence }: Extract<Attached, { sentence: string }>,
): VerifiedPdf {
  if (kind === 'newer') return unreadablePdf(sentence)
  const signatures = withLater(judged)
  const faults = signatures.flatMap((signature) => [...signature.faults, ...signature.loose])
  const after = judged.later.flatMap(({ sentences }) => sentences)
  const nothing = { revision: null, fingerprint: null, missing: [] }
  const findings = [sentence, ...faults, ...after]
  return {
    report: { verdict: 'changed', ...nothing, signers: signatures.map(reportOf), findings },
    openFields: [],
    original: null,
  }
}

/** Whether a document has the signature fields of a record, even where the record itself is gone. */
function isPrepared(document: PdfDocument): boolean {
  return signatureFieldsOf(document).some(({ name }) => /^Lectern(Signer|Further)\d+$/.test(name))
}

/**
 * Verifies a PDF: every signature, what was done after each, where they are shown, and the attached record
 * by itself and against the printed text. A PDF that cannot be read, or would take too long, is a verdict
 * too, never an error. The record is taken from what the first signature covers.
 */
export async function verifyPdf(bytes: Uint8Array, tools: VerifyTools): Promise<VerifiedPdf> {
  try {
    return await judge(bytes, tools)
  } catch (error) {
    if (isOverflow(error)) return unreadablePdf(say.overflow)
    throw error
  }
}

/** What engines throw where a stack or a list grows beyond them; Firefox has a name of its own for the first. */
function isOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')
}

async function judge(
  bytes: Uint8Array,
  { crypto, inflate, known, onRecord }: VerifyTools,
): Promise<VerifiedPdf> {
  const opened = openPdf(bytes, { inflate })
  if (!opened.ok) return unreadablePdf(opened.refusal.sentence)
  const document = opened.value
  const found = foundSignatures(document)
  if (found.length > MOST_SIGNATURES)
    return unreadablePdf('This PDF has more signatures than can be checked.')
  const signatures: CheckedSignature[] = []
  for (const signature of found) signatures.push(await checkSignature(signature, document, { crypto, known }))
  const history = historyOf(document, signatures, inflate)
  const attached = attachedRecord(history.first ?? document)
  if (attached.kind === 'none' && !isPrepared(history.first ?? document)) return foreign(history)
  const judged = { document, signatures, history, later: laterChanges(history) }
  switch (attached.kind) {
    case 'none':
      return brokenRecord(judged, { kind: 'broken', sentence: say.recordMissing })
    case 'record':
      onRecord?.(attached.file.record.log.length)
      return record(judged, attached.file, attached.faults)
    case 'broken':
    case 'newer':
      return brokenRecord(judged, attached)
  }
}
