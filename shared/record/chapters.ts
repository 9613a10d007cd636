import { formatMoment } from '../capture/due'
import type { PdfNode } from './pdf'
import type { RecordData, RecordFile } from './schema'
import { clockOrDay } from './words'

/** The chapters of a record by their ids, which links and bookmarks go by. */
export const CHAPTERS = {
  summary: 'Summary',
  stakes: 'What is at stake',
  plan: 'Plan',
  objections: 'Objections and answers',
  coverage: 'Who raised what',
  decisions: 'Decisions',
  actions: 'Actions',
  parking: 'Parking lot',
  notes: 'Notes',
  followUp: 'Follow-up',
  checklist: 'Closing',
  attendance: 'Attendance',
  log: 'Log',
  verification: 'Signatures and verification',
  signatures: 'Signatures',
  meaning: 'What a signature proves',
} as const
export type Chapter = keyof typeof CHAPTERS

/** What every chapter is made from. `madeAt` is the moment the record is made, of a revision when it was fixed. */
export type RecordSource = { readonly file: RecordFile; readonly data: RecordData; readonly madeAt: string }

/** A chapter of the record; an empty one is not there. */
export type ChapterMaker = (source: RecordSource) => readonly PdfNode[]

/** Says a moment as short as it can be: the time of day, with its date where that is not the meeting's. */
export function clockOf({ data }: RecordSource): (moment: string) => string {
  const { startedAt, timeZone } = data.meeting
  return (moment) =>
    startedAt === null ? formatMoment(moment, timeZone) : clockOrDay(moment, startedAt, timeZone)
}
