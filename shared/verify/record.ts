import { attachmentOf } from '../pdf/attachments'
import type { PdfDocument } from '../pdf/document'
import { utf8, utf8Length } from '../pdf/utf8'
import { openRecordFile } from '../record/file'
import { recordJson } from '../record/recordJson'
import { ATTACHMENT, type RecordFile } from '../record/schema'
import { say } from './sentences'

/**
 * The record attached to a PDF: none (`foreign`), one that cannot be read any more or is newer than this
 * Lectern, or one with what is wrong with it in sentences.
 */
export type Attached =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly sentence: string }
  | { readonly kind: 'newer'; readonly sentence: string }
  | { readonly kind: 'record'; readonly file: RecordFile; readonly faults: readonly string[] }

const MOST_FAULTS = 10

/** A record of ten thousand entries takes half of it. */
const LARGEST = 24_000_000
const DEEPEST = 60

/** Whether brackets nest so deep that checking the content would overflow; strings are gone over. */
function isTooDeep(text: string): boolean {
  let [depth, inString] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') inString = !inString
    else if (inString) at += sign === '\\' ? 1 : 0
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}

function parsedJson(text: string): unknown {
  if (text.length > LARGEST || isTooDeep(text)) return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Whether a record is written byte by byte as Lectern writes it. Only so does every program read the same: of a
 * key that stands twice, one takes the first value and another the last.
 */
function isOwnForm(data: Uint8Array, text: string, value: unknown): boolean {
  return utf8Length(text) === data.length && text === recordJson(value)
}

/** Reads and checks the record that is attached to a PDF. */
export function attachedRecord(document: PdfDocument): Attached {
  const data = attachmentOf(document, ATTACHMENT)
  if (!data.ok) return { kind: 'broken', sentence: say.recordBroken }
  if (data.value === null) return { kind: 'none' }
  const text = utf8(data.value)
  const value = parsedJson(text)
  const opened = openRecordFile(value)
  if (opened.ok) {
    if (!isOwnForm(data.value, text, value)) return { kind: 'broken', sentence: say.recordRewritten }
    const { file, faults } = opened.value
    const sentences = faults.slice(0, MOST_FAULTS).map(({ path, reason }) => say.recordFault(path, reason))
    return { kind: 'record', file, faults: sentences }
  }
  if (opened.refusal.code === 'newer') return { kind: 'newer', sentence: opened.refusal.sentence }
  return { kind: 'broken', sentence: say.recordBroken }
}
