import { recordJson } from '../../shared/record/recordJson'
import { ATTACHMENT_DESCRIPTION } from '../../shared/record/information'
import { ATTACHMENT, type RecordFile } from '../../shared/record/schema'

/** The record's JSON as pdfmake attaches it: an associated file (PDF/A-3) that the PDF was made from. */
export function attachment(file: RecordFile, madeAt: string) {
  const made = new Date(madeAt)
  const src = `data:application/json;base64,${Buffer.from(recordJson(file)).toString('base64')}`
  const details = { type: 'application/json', relationship: 'Source' }
  const description = ATTACHMENT_DESCRIPTION
  return {
    [ATTACHMENT]: { src, name: ATTACHMENT, description, creationDate: made, modifiedDate: made, ...details },
  }
}
