import { z } from 'zod'

import { cueSchema, playbookSchema } from '../playbook/schema'
import {
  hashSchema,
  idSchema,
  LONGEST_LINE,
  momentSchema,
  textSchema,
  timeZoneSchema,
  uuidSchema,
} from '../text'
import { answersSchema, decisionDetailsSchema, readBackSchema } from './decisionSchema'
import {
  actionSchema,
  actionStatusSchema,
  attendeeSchema,
  authorSchema,
  decisionSchema,
  followUpSchema,
  linkSchema,
  meetingSettingsSchema,
  noteSchema,
  objectionSchema,
  objectionStatusSchema,
  parkingLotItemSchema,
  phraseMarkSchema,
  planTaskSchema,
  revisionSchema,
  signatureSchema,
  signOffSchema,
  spanSchema,
  workingHoursSchema,
} from './schema'

const line = textSchema(LONGEST_LINE)
const position = z.number().int().nonnegative()
const factState = z.object({ value: textSchema(), source: line, at: momentSchema.nullable() })
const detailsState = z.object({
  title: line.min(1),
  plannedStart: momentSchema.nullable(),
  place: line,
  timeZone: timeZoneSchema,
})

/** What the capture line makes: one entry of one of the five lists. */
export const capturedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('note.captured'), item: noteSchema }),
  z.object({ type: z.literal('objection.raised'), item: objectionSchema.extend({ at: momentSchema }) }),
  z.object({ type: z.literal('decision.captured'), item: decisionSchema }),
  z.object({ type: z.literal('action.captured'), item: actionSchema }),
  z.object({ type: z.literal('parking.captured'), item: parkingLotItemSchema }),
])
export type Captured = Readonly<z.infer<typeof capturedSchema>>

/** Adding, editing, removing and moving an item of a list that is prepared by hand. Positions count from 0. */
function listBodies<N extends string, S extends z.ZodType>(name: N, item: S) {
  return [
    z.object({ type: z.literal(`${name}.added` as const), item, position }),
    z.object({ type: z.literal(`${name}.edited` as const), item, was: item }),
    z.object({ type: z.literal(`${name}.removed` as const), item, position }),
    z.object({ type: z.literal(`${name}.moved` as const), id: idSchema, to: position, was: position }),
  ] as const
}

/**
 * What happened and can be turned round: each names what was there before, so that the opposite of it is one of
 * these again. Places (`position`, `to`, `was`) count from 0 in the whole list; `place` says where an entry that
 * changed its list came from and went to.
 */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('meeting.detailsSet'), details: detailsState, was: detailsState }),
  z.object({ type: z.literal('fact.set'), key: z.string(), fact: factState, was: factState }),
  z.object({
    type: z.literal('plan.dated'),
    date: z.enum(['start', 'originalDate', 'override']),
    to: momentSchema.nullable(),
    was: momentSchema.nullable(),
  }),
  z.object({
    type: z.literal('plan.hoursSet'),
    hours: workingHoursSchema.nullable(),
    was: workingHoursSchema.nullable(),
  }),
  ...listBodies('attendee', attendeeSchema),
  ...listBodies('cue', cueSchema),
  ...listBodies('expected', objectionSchema.extend({ at: z.null() })),
  ...listBodies('task', planTaskSchema),
  z.object({
    type: z.literal('attendee.presenceSet'),
    attendee: uuidSchema,
    present: z.array(spanSchema),
    was: z.array(spanSchema),
  }),
  z.object({
    type: z.literal('captured.edited'),
    captured: capturedSchema,
    was: capturedSchema,
    place: z.object({ to: position, was: position }).nullable(),
  }),
  z.object({ type: z.literal('captured.removed'), captured: capturedSchema, position }),
  z.object({ type: z.literal('captured.restored'), captured: capturedSchema, position }),
  z.object({ type: z.literal('captured.moved'), entry: uuidSchema, to: position, was: position }),
  z.object({ type: z.literal('entries.linked'), ...linkSchema.shape }),
  z.object({ type: z.literal('entries.unlinked'), ...linkSchema.shape }),
  z.object({
    type: z.literal('objection.statusSet'),
    objection: idSchema,
    status: objectionStatusSchema,
    was: objectionStatusSchema,
  }),
  z.object({
    type: z.literal('objection.matched'),
    objection: idSchema,
    prepared: idSchema.nullable(),
    was: idSchema.nullable(),
  }),
  z.object({
    type: z.literal('action.statusSet'),
    action: uuidSchema,
    status: actionStatusSchema,
    was: actionStatusSchema,
  }),
  z.object({
    type: z.literal('decision.detailed'),
    decision: uuidSchema,
    details: decisionDetailsSchema,
    was: decisionDetailsSchema,
  }),
  z.object({ type: z.literal('checklist.set'), item: idSchema, done: z.boolean(), was: z.boolean() }),
  z.object({
    type: z.literal('followUp.set'),
    followUp: followUpSchema.nullable(),
    was: followUpSchema.nullable(),
  }),
])
export type Change = Readonly<z.infer<typeof changeSchema>>

/** What happened, fully resolved. An entry that changes a value also names what it was before. */
export const bodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('meeting.created'),
    meeting: uuidSchema,
    ...detailsState.shape,
    playbook: playbookSchema,
  }),
  z.object({ type: z.literal('meeting.started') }),
  z.object({ type: z.literal('meeting.paused') }),
  z.object({ type: z.literal('meeting.resumed') }),
  z.object({ type: z.literal('meeting.ended') }),
  z.object({ type: z.literal('meeting.reopened') }),
  z.object({ type: z.literal('settings.set'), settings: meetingSettingsSchema, was: meetingSettingsSchema }),
  ...changeSchema.options,
  /** `body` turns the change of entry `target` round, or makes it again. */
  z.object({ type: z.literal('change.undone'), target: uuidSchema, body: changeSchema }),
  z.object({ type: z.literal('change.redone'), target: uuidSchema, body: changeSchema }),
  z.object({ type: z.literal('attendee.arrived'), attendee: uuidSchema }),
  z.object({ type: z.literal('attendee.left'), attendee: uuidSchema }),
  ...capturedSchema.options,
  z.object({
    type: z.literal('readBack.shown'),
    decision: uuidSchema,
    ...readBackSchema.omit({ at: true }).shape,
  }),
  z.object({
    type: z.literal('readBack.closed'),
    decision: uuidSchema,
    ...answersSchema.shape,
    was: answersSchema,
  }),
  /** Says which entry is right about a field (`conflict`) that joined copies set differently, where it stands already. */
  z.object({ type: z.literal('conflict.settled'), conflict: z.string(), kept: uuidSchema }),
  z.object({ type: z.literal('response.shown'), objection: idSchema }),
  z.object({ type: z.literal('phrase.marked'), ...phraseMarkSchema.omit({ at: true }).shape }),
  z.object({
    type: z.literal('record.finalised'),
    revision: revisionSchema.omit({ at: true, by: true, signatures: true }),
  }),
  z.object({ type: z.literal('record.reopened'), revision: z.number().int().positive() }),
  z.object({ type: z.literal('signOff.given'), signOff: signOffSchema.omit({ id: true, at: true }) }),
  z.object({ type: z.literal('signOff.withdrawn'), signOff: signOffSchema }),
  z.object({
    type: z.literal('record.signed'),
    revision: z.number().int().positive(),
    signature: signatureSchema.omit({ at: true }),
  }),
])
export type Body = Readonly<z.infer<typeof bodySchema>>

/** The newest version of entry bodies this program writes and understands. */
export const BODY_VERSION = 1

const linked = {
  seq: z.number().int().positive(),
  id: uuidSchema,
  v: z.literal(BODY_VERSION),
  salt: z.string().regex(/^[0-9a-f]{32}$/, 'is not 16 bytes in hexadecimal'),
  hash: hashSchema,
}

/**
 * What somebody said or did. `seq` counts from 1 and is local to a copy; `salt` is 16 random bytes in
 * hexadecimal; `prev` holds the hash of the entry it was written after (nothing for the first one).
 */
export const saidEntrySchema = z.object({
  ...linked,
  at: momentSchema,
  by: authorSchema,
  body: bodySchema,
  prev: z.array(hashSchema).max(1),
})
export type SaidEntry = Readonly<z.infer<typeof saidEntrySchema>>

/**
 * Where two copies of the meeting were joined: `prev` holds the last entry of each, in the order of their hashes. It has
 * no clock and no author, and its id and salt come from `prev`, so that whoever joins the same two copies
 * makes the same entry. `reopens` says that a copy held what the finalised record of the other did not.
 */
export const mergeEntrySchema = z.object({
  ...linked,
  body: z.object({ type: z.literal('copies.merged'), reopens: z.boolean() }),
  prev: z
    .array(hashSchema)
    .length(2)
    .refine(([a = '', b = '']) => a < b, 'does not name two entries in their order'),
})
export type MergeEntry = Readonly<z.infer<typeof mergeEntrySchema>>

/** One line of the log. */
export const logEntrySchema = z.union([saidEntrySchema, mergeEntrySchema])
export type LogEntry = Readonly<z.infer<typeof logEntrySchema>>

/** Whether an entry joins two copies: only such a one has no moment and no author. */
export function isMerge(entry: LogEntry): entry is MergeEntry {
  return entry.body.type === 'copies.merged'
}

/** Whether somebody said or did an entry. */
export function isSaid(entry: LogEntry): entry is SaidEntry {
  return entry.body.type !== 'copies.merged'
}
