import { stat } from 'node:fs/promises'

import { toZone } from '../../shared/capture/due'
import { draftFile, revisionFile } from '../../shared/record/file'
import type { RecordFile } from '../../shared/record/schema'
import type { Paper } from '../../shared/record/signatureFields'
import { accept, refuse, type Result } from '../../shared/result'
import { renderPdf } from '../record/renderPdf'
import { sentenceFor, writeDurably } from '../store/durableFile'
import { done, failed, type Outcome } from './outcome'
import { journalPath, readMeetingFile, type FoldedMeeting } from './readMeeting'
import { openIdentity, signNew, type SignRequest } from './signing'

/**
 * What `record` is asked for: paths, and the moment it is made at (ISO 8601). `sign` is null where nobody
 * signs; the paper is A4 unless said otherwise.
 */
export type RecordRequest = {
  readonly meeting: string
  readonly pdf: string
  readonly sign: SignRequest | null
  readonly madeAt: string
  readonly resources: string
  readonly paper?: Paper
}

async function fileNumber(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : `${found.dev}:${found.ino}`
}

/** Whether the PDF would replace something it is made from, by whatever name. */
async function wouldReplaceInput({ meeting, pdf, sign }: RecordRequest): Promise<boolean> {
  const target = await fileNumber(pdf)
  if (target === null) return false
  const inputs = [
    meeting,
    journalPath(meeting),
    ...(sign === null ? [] : [sign.identity, sign.passphraseFile]),
  ]
  return (await Promise.all(inputs.map(fileNumber))).includes(target)
}

/** The record the PDF is made of: the newest revision of a finalised meeting, else a draft. */
function recordOf({ meeting, log }: FoldedMeeting): Result<RecordFile> {
  const revision = meeting.status === 'finalised' ? meeting.revisions.at(-1) : undefined
  return revision === undefined
    ? accept(draftFile(meeting, log))
    : revisionFile(meeting, log, revision.number)
}

type Made = { readonly bytes: Uint8Array; readonly warnings: readonly string[]; readonly what: string }

async function made(request: RecordRequest, found: FoldedMeeting): Promise<Result<Made>> {
  const { meeting: path, sign, resources, paper = 'A4' } = request
  const { meeting } = found
  const file = recordOf(found)
  if (!file.ok) return refuse(file.refusal.code, `${path}: ${file.refusal.sentence}`)
  const draft = file.value.fingerprint === null
  if (sign !== null && draft)
    return refuse(
      'draft',
      `${path}: This meeting is not finalised: its record is a draft, and a draft cannot be signed.`,
    )
  const identity = sign === null ? null : await openIdentity(sign)
  if (identity?.ok === false) return identity
  const at = toZone(request.madeAt, meeting.timeZone)
  const { bytes, warnings } = await renderPdf({ file: file.value, madeAt: at, paper, resources })
  if (identity === null) return accept({ bytes, warnings, what: draft ? 'record as a draft' : 'record' })
  const signed = await signNew({
    pdf: bytes,
    file: file.value,
    identity: identity.value,
    at,
    resources,
  })
  return signed.ok
    ? accept({ bytes: signed.value, warnings, what: 'signed record' })
    : refuse(signed.refusal.code, `${path}: ${signed.refusal.sentence}`)
}

/**
 * Makes the record of a meeting as a PDF, and signs it where that is asked for. Writes nothing but the PDF,
 * and that only when all went well; the meeting's file is not told of the signature.
 */
export async function record(request: RecordRequest): Promise<Outcome> {
  const { meeting: path, pdf } = request
  const found = await readMeetingFile(path)
  if (!found.ok) return failed(`${path}: ${found.refusal.sentence}`)
  if (await wouldReplaceInput(request)) return failed(`${pdf}: The PDF would replace a file it is made from.`)
  const result = await made(request, found.value)
  if (!result.ok) return failed(result.refusal.sentence)
  const { bytes, warnings, what } = result.value
  try {
    await writeDurably(pdf, bytes)
  } catch (error) {
    return failed(`${pdf}: ${sentenceFor(error, 'the record was not written')}`)
  }
  const { warning } = found.value
  return done(`Wrote the ${what}: ${pdf}`, [...(warning === null ? [] : [warning]), ...warnings])
}
