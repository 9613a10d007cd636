import { z } from 'zod'

import { cueSchema, objectionKindSchema, responseKeySchema, responseSchema } from '../playbook/schema'
import { idSchema, LONGEST_LINE, momentSchema, textSchema, timeZoneSchema, uuidSchema } from '../text'
import { answersSchema, decisionDetailsSchema } from './decisionSchema'
import {
  actionStatusSchema,
  attendeeSchema,
  followUpSchema,
  linkSchema,
  meetingSettingsSchema,
  objectionStatusSchema,
  phraseMarkSchema,
  signatureSchema,
  signOffMarkSchema,
  workingHoursSchema,
} from './schema'

/** A record has a field for each expected signer; so many fit on its signature pages. */
export const MOST_SIGNERS = 24

const line = textSchema(LONGEST_LINE)
const position = z.number().int().nonnegative()
const captured = { text: textSchema(), at: momentSchema.nullable() }

/**
 * What the capture line understood. `at` is the moment it is back-dated to, or null for now (for an edit:
 * as it was); `who` and `owner` are attendee ids, `due` a moment. `prepared` is the expected objection somebody
 * says it is, null where they say it is none; without it, the words decide.
 */
export const captureDraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...captured }),
  z.object({
    kind: objectionKindSchema,
    ...captured,
    who: uuidSchema.nullable(),
    prepared: idSchema.nullable().optional(),
  }),
  z.object({ kind: z.literal('decision'), ...captured }),
  z.object({
    kind: z.literal('action'),
    ...captured,
    owner: uuidSchema.nullable(),
    due: momentSchema.nullable(),
  }),
  z.object({ kind: z.literal('parking'), ...captured, owner: uuidSchema.nullable() }),
])
export type CaptureDraft = Readonly<z.infer<typeof captureDraftSchema>>

const person = attendeeSchema.omit({ id: true, present: true })
const [spokenCue, slotCue] = cueSchema.options

/** A cue as it is written down before it has an id. */
export const newCueSchema = z.discriminatedUnion('kind', [
  spokenCue.omit({ id: true }),
  slotCue.omit({ id: true }),
])

/** An expected objection as people fill it in; `role` is a title as printed. */
export const expectedFieldsSchema = z.object({
  text: textSchema(),
  kind: objectionKindSchema,
  role: line,
  keywords: z.array(line.min(1)),
  key: responseKeySchema.nullable(),
  response: responseSchema,
})
export type ExpectedFields = Readonly<z.infer<typeof expectedFieldsSchema>>

/** A task of the plan as it is typed; `estimate` is a range in words, or nothing. */
const taskFields = { text: line, estimate: line }

/** What a meeting is asked to do. `decide` answers with what happened, or refuses. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('setDetails'),
    title: line,
    plannedStart: momentSchema.nullable(),
    place: line,
    timeZone: timeZoneSchema,
  }),
  z.object({ type: z.literal('setSettings'), settings: meetingSettingsSchema }),
  z.object({ type: z.literal('setFact'), key: z.string(), value: textSchema(), source: line }),

  z.object({ type: z.literal('addAttendee'), attendee: person }),
  z.object({ type: z.literal('editAttendee'), attendee: person.extend({ id: uuidSchema }) }),
  z.object({ type: z.literal('removeAttendee'), attendee: uuidSchema }),
  z.object({ type: z.literal('arrive'), attendee: uuidSchema }),
  z.object({ type: z.literal('leave'), attendee: uuidSchema }),

  z.object({ type: z.literal('addCue'), cue: newCueSchema, position }),
  /** `seen`, here and below, is what the editor had before them: where it no longer stands, nobody is overwritten. */
  z.object({ type: z.literal('editCue'), cue: cueSchema, seen: cueSchema }),
  z.object({ type: z.literal('removeCue'), cue: idSchema }),
  z.object({ type: z.literal('moveCue'), cue: idSchema, to: position }),

  z.object({ type: z.literal('addExpected'), objection: expectedFieldsSchema }),
  z.object({
    type: z.literal('editExpected'),
    id: idSchema,
    objection: expectedFieldsSchema,
    seen: expectedFieldsSchema,
  }),
  z.object({ type: z.literal('removeExpected'), objection: idSchema }),
  z.object({ type: z.literal('moveExpected'), objection: idSchema, to: position }),

  z.object({ type: z.literal('addTask'), ...taskFields }),
  z.object({ type: z.literal('editTask'), task: idSchema, ...taskFields }),
  z.object({ type: z.literal('removeTask'), task: idSchema }),
  z.object({ type: z.literal('moveTask'), task: idSchema, to: position }),
  z.object({
    type: z.literal('setPlanDate'),
    date: z.enum(['start', 'originalDate', 'override']),
    text: line,
  }),
  z.object({ type: z.literal('setWorkingHours'), hours: workingHoursSchema.nullable() }),

  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('reopen') }),

  z.object({ type: z.literal('capture'), draft: captureDraftSchema }),
  z.object({
    type: z.literal('editEntry'),
    entry: uuidSchema,
    draft: captureDraftSchema,
    seen: captureDraftSchema,
  }),
  z.object({ type: z.literal('removeEntry'), entry: uuidSchema, seen: captureDraftSchema }),
  z.object({ type: z.literal('moveEntry'), entry: uuidSchema, to: position }),
  z.object({ type: z.literal('linkEntries'), ...linkSchema.shape }),
  z.object({ type: z.literal('unlinkEntries'), ...linkSchema.shape }),
  /** Takes back the newest change that stands, or makes the one taken back last again. */
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  z.object({ type: z.literal('setObjectionStatus'), objection: idSchema, status: objectionStatusSchema }),
  /** Says which expected objection a raised one is, or that it is none. */
  z.object({ type: z.literal('matchObjection'), objection: idSchema, prepared: idSchema.nullable() }),
  z.object({ type: z.literal('setDecision'), decision: uuidSchema, details: decisionDetailsSchema }),
  /** Shows the sentence of a decision to the room, to be read out. */
  z.object({ type: z.literal('readBack'), decision: uuidSchema }),
  /** Takes the sentence off again; `answers` is null where nobody was asked. */
  z.object({ type: z.literal('closeReadBack'), answers: answersSchema.nullable() }),
  /** Makes an action of a task of the plan. */
  z.object({
    type: z.literal('taskToAction'),
    task: idSchema,
    owner: uuidSchema.nullable(),
    due: momentSchema.nullable(),
  }),
  z.object({ type: z.literal('setActionStatus'), action: uuidSchema, status: actionStatusSchema }),
  /** Keeps what stands where joined copies differ; `keep` is the entry that says so. */
  z.object({ type: z.literal('settleConflict'), conflict: z.string(), keep: uuidSchema }),
  z.object({ type: z.literal('showResponse'), objection: idSchema }),
  z.object({ type: z.literal('markPhrase'), ...phraseMarkSchema.omit({ at: true }).shape }),
  z.object({ type: z.literal('setChecklistItem'), item: idSchema, done: z.boolean() }),
  z.object({
    type: z.literal('setFollowUp'),
    followUp: followUpSchema.nullable(),
    seen: followUpSchema.nullable(),
  }),

  /** Fixes the next revision without the captured entries in `leftOut`; `signers` are attendee ids. */
  z.object({
    type: z.literal('finalise'),
    leftOut: z.array(uuidSchema),
    signers: z.array(uuidSchema).max(MOST_SIGNERS),
  }),
  /** Opens a finalised record for corrections; the revision stays, finalising again makes the next one. */
  z.object({ type: z.literal('reopenRecord') }),
  z.object({
    type: z.literal('giveSignOff'),
    attendee: uuidSchema.nullable(),
    name: line,
    role: line,
    mark: signOffMarkSchema,
  }),
  z.object({ type: z.literal('withdrawSignOff'), signOff: uuidSchema }),
  /** Notes that the PDF of a revision was signed here; only the main process may say so. */
  z.object({
    type: z.literal('noteSignature'),
    revision: z.number().int().positive(),
    signature: signatureSchema.omit({ at: true }),
  }),
])
export type Command = Readonly<z.infer<typeof commandSchema>>
