import type { RecordDocument } from './pdf'

/** What a record's PDF says of itself beside its pages: what windows, file managers and archives show. */
export type Information = {
  readonly title: string
  readonly creator: string
  readonly producer: string
  readonly madeAt: string
}

/** How the attached record is described in the PDF. */
export const ATTACHMENT_DESCRIPTION = 'The record as data: what the fingerprint is of'

/** Title and dates as PDF and XMP hold them: no control characters, which XML does not allow. */
export function informationOf({ title, madeAt }: Pick<RecordDocument, 'title' | 'madeAt'>): Information {
  const printable = title.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
  return { title: printable, creator: 'Lectern', producer: 'Lectern with pdfmake', madeAt }
}
