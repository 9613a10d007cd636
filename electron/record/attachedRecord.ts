import { z } from 'zod'

import { attachmentOf } from '../../shared/pdf/attachments'
import type { PdfDocument } from '../../shared/pdf/document'
import { utf8 } from '../../shared/pdf/utf8'
import { ATTACHMENT, RECORD_FORMAT } from '../../shared/record/schema'

/** What signing must know of a record attached to a PDF; nothing is said yet about whether it holds. */
const claimSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  fingerprint: z.string().nullable(),
  record: z.object({
    meeting: z.object({ id: z.string() }),
    revision: z.object({ number: z.number() }).nullable(),
    signers: z.array(z.object({ name: z.string() })),
  }),
})
export type RecordClaim = Readonly<z.infer<typeof claimSchema>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The record attached to a PDF, as far as it says what it is; null where the PDF is none of Lectern's. */
export function attachedRecord(document: PdfDocument): RecordClaim | null {
  const data = attachmentOf(document, ATTACHMENT)
  if (!data.ok || data.value === null) return null
  const claim = claimSchema.safeParse(parsed(utf8(data.value)))
  return claim.success ? claim.data : null
}
