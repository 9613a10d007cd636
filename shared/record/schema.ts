import { z } from 'zod'

import { positionSchema } from '../meeting/decisionSchema'
import { bodySchema, mergeEntrySchema, saidEntrySchema } from '../meeting/entries'
import {
  actionSchema,
  attendeeSchema,
  authorSchema,
  checklistItemSchema,
  decisionSchema,
  followUpSchema,
  linkSchema,
  meetingSchema,
  noteSchema,
  objectionSchema,
  planSchema,
  signerSchema,
  signOffSchema,
} from '../meeting/schema'
import { hashSchema, idSchema, momentSchema, textSchema } from '../text'

export const RECORD_FORMAT = 'lectern-record'
export const RECORD_VERSION = 1

/**
 * What a record prints and how its PDF draws it; any change of that raises it once a version of Lectern is
 * released. A verifier draws a record of its own layout anew; of another one it looks for the entries.
 */
export const RECORD_LAYOUT = 1

const line = z.string()

/** A prepared text with its blanks filled: it may be longer than anything that was typed. */
const filled = z.string()

const logEntryHead = saidEntrySchema.pick({ id: true, at: true, by: true, v: true, prev: true, hash: true })

/**
 * One entry of the log as a record tells it: `what` is the line it prints. A body that may be read comes
 * with its salt, any other only as its digest, so that nobody can guess it; the chain holds either way. Where two
 * copies were joined there is neither moment nor author.
 */
export const recordLogEntrySchema = z.union(
  [
    logEntryHead.extend({ what: line, salt: saidEntrySchema.shape.salt, body: bodySchema }),
    logEntryHead.extend({ what: line, digest: hashSchema }),
    mergeEntrySchema.omit({ seq: true }).extend({ what: line }),
  ],
  'is not an entry of a record’s log',
)
export type RecordLogEntry = Readonly<z.infer<typeof recordLogEntrySchema>>

/** A prepared answer that was shown to be read out: what to say first, and the evidence. */
export const answerSchema = z.object({ at: momentSchema, sayFirst: filled, evidence: filled })

/** Where somebody stands on a decision. */
const standsSchema = positionSchema.omit({ attendee: true }).extend({ name: line })

/**
 * All that a record prints, and nothing else; people are named, not numbered. `revision` is null for a
 * draft, an objection's `topic` counts what was raised, alike for the same raised again, `leftOut` counts entries that were left out by choice, `log` goes from the start of the meeting
 * to the head of the revision.
 */
export const recordDataSchema = z.object({
  meeting: meetingSchema
    .pick({
      id: true,
      title: true,
      status: true,
      timeZone: true,
      place: true,
      plannedStart: true,
      startedAt: true,
      endedAt: true,
      breaks: true,
    })
    .extend({ language: line }),
  revision: z
    .object({
      number: z.number().int().positive(),
      at: momentSchema,
      by: authorSchema,
      head: hashSchema,
      supersedes: hashSchema.nullable(),
    })
    .nullable(),
  bottomLine: filled,
  stakes: z.array(z.object({ id: idSchema, title: line, text: filled })),
  plan: planSchema.extend({ rollback: textSchema() }),
  objections: z.array(
    objectionSchema.pick({ id: true, text: true, kind: true, status: true }).extend({
      at: momentSchema,
      who: line,
      topic: z.number().int().positive(),
      answer: answerSchema.nullable(),
    }),
  ),
  decisions: z.array(decisionSchema.extend({ positions: z.array(standsSchema) })),
  actions: z.array(actionSchema.omit({ task: true }).extend({ owner: line })),
  parkingLot: z.array(noteSchema.extend({ owner: line })),
  notes: z.array(noteSchema),
  links: z.array(linkSchema),
  attendees: z.array(attendeeSchema.pick({ name: true, role: true, organisation: true, present: true })),
  followUp: followUpSchema.nullable(),
  checklist: z.array(checklistItemSchema.pick({ text: true, done: true })),
  signers: z.array(signerSchema.pick({ name: true, role: true })),
  leftOut: z.number().int().nonnegative(),
  log: z.array(recordLogEntrySchema),
})
export type RecordData = Readonly<z.infer<typeof recordDataSchema>>

/**
 * A record as it is attached to its PDF and exported as JSON. `fingerprint` is the SHA-256 of the canonical
 * JSON (RFC 8785) of `record`, null for a draft; sign-offs name it and so lie outside. `layout` is that of the
 * program which printed the PDF: a revision printed again by a later one keeps its fingerprint.
 */
export const recordFileSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  layout: z.number().int().positive(),
  fingerprint: hashSchema.nullable(),
  record: recordDataSchema,
  signOffs: z.array(signOffSchema),
})
export type RecordFile = Readonly<z.infer<typeof recordFileSchema>>

/** The name of the file attached to every PDF of a record. */
export const ATTACHMENT = 'record.json'
