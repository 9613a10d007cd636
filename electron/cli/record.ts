import { stat } from 'node:fs/promises'

import { toZone } from '../../shared/capture/due'
import { renderPdf } from '../record/renderPdf'
import { sentenceFor, writeDurably } from '../store/durableFile'
import { done, failed, type Outcome } from './outcome'
import { journalPath, readMeetingFile } from './readMeeting'

/** What `record` is asked for: paths, and the moment it is made at (ISO 8601). */
export type RecordRequest = {
  readonly meeting: string
  readonly pdf: string
  readonly sign: boolean
  readonly madeAt: string
  readonly resources: string
}

async function identity(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : `${found.dev}:${found.ino}`
}

/** Whether the PDF would replace the meeting or its journal, by whatever name. */
async function wouldReplaceInput({ meeting, pdf }: RecordRequest): Promise<boolean> {
  const target = await identity(pdf)
  if (target === null) return false
  return target === (await identity(meeting)) || target === (await identity(journalPath(meeting)))
}

/** Makes the record of a meeting as a PDF. Writes nothing but the PDF, and that only when all went well. */
export async function record(request: RecordRequest): Promise<Outcome> {
  const { meeting: path, pdf, resources } = request
  const found = await readMeetingFile(path)
  if (!found.ok) return failed(`${path}: ${found.refusal.sentence}`)
  const { meeting, log, warning } = found.value
  const draft = meeting.status !== 'finalised'
  if (request.sign) {
    return failed(
      draft
        ? `${path}: This meeting is not finalised: its record is a draft, and a draft cannot be signed.`
        : `${path}: This version of Lectern cannot sign records yet.`,
    )
  }
  if (await wouldReplaceInput(request))
    return failed(`${pdf}: The PDF would replace the meeting it is made from.`)
  const madeAt = toZone(request.madeAt, meeting.timeZone)
  const { bytes, warnings } = await renderPdf({ meeting, log, draft, madeAt, resources })
  try {
    await writeDurably(pdf, bytes)
  } catch (error) {
    return failed(`${pdf}: ${sentenceFor(error, 'the record was not written')}`)
  }
  const said = [...(warning === null ? [] : [warning]), ...warnings]
  return done(`Wrote the ${draft ? 'record as a draft' : 'record'}: ${pdf}`, said)
}
