import { z } from 'zod'

import {
  checklistTemplateSchema,
  cueSchema,
  factTemplateSchema,
  objectionKindSchema,
  playbookSchema,
  responseKeySchema,
  responseSchema,
} from '../playbook/schema'
import {
  hashSchema,
  idSchema,
  LONGEST_LINE,
  momentSchema,
  textSchema,
  timeZoneSchema,
  uuidSchema,
} from '../text'
import { decisionFields, shownReadBackSchema } from './decisionSchema'

export const MEETING_FORMAT = 'lectern-meeting'
export const MEETING_VERSION = 1

const line = textSchema(LONGEST_LINE)
const prose = textSchema()

/** Who wrote an entry: a person's name and the device it was written on. */
export const authorSchema = z.object({ name: line.min(1), device: line.min(1) })
export type Author = Readonly<z.infer<typeof authorSchema>>

export const meetingStatusSchema = z.enum(['draft', 'live', 'paused', 'ended', 'finalised'])
export type MeetingStatus = z.infer<typeof meetingStatusSchema>

/** Hours from the best to the worst case. */
export const estimateSchema = z
  .object({ min: z.number().nonnegative(), max: z.number().positive().max(10_000) })
  .refine((range) => range.min <= range.max, 'starts above its end')
export type Estimate = Readonly<z.infer<typeof estimateSchema>>

/**
 * A blank with its value as read aloud: text as typed, a range like `4–6 hours`, or a moment (ISO 8601).
 * An empty value is an unfilled blank. `at` is when the value was last set.
 */
export const factSchema = factTemplateSchema.extend({
  value: prose,
  source: line,
  at: momentSchema.nullable(),
})
export type Fact = Readonly<z.infer<typeof factSchema>>

/** A span of time; `to` is null while it lasts. */
export const spanSchema = z.object({ from: momentSchema, to: momentSchema.nullable() })
export type Span = Readonly<z.infer<typeof spanSchema>>

/** `role` is a title as printed, e.g. "Product Manager". `present` lists when the person was there. */
export const attendeeSchema = z.object({
  id: uuidSchema,
  name: line.min(1),
  role: line,
  organisation: line,
  email: line,
  present: z.array(spanSchema),
})
export type Attendee = Readonly<z.infer<typeof attendeeSchema>>

export const objectionStatusSchema = z.enum(['open', 'answered', 'sustained', 'deferred'])
export type ObjectionStatus = z.infer<typeof objectionStatusSchema>

/**
 * An expected objection has `at: null`, a `role` and a prepared response. A raised one has the moment
 * it was raised, `who` raised it (an attendee's id), the text as it was typed, and in `prepared` the id of the
 * expected one it is; null where it is none, or it is not clear which.
 */
export const objectionSchema = z.object({
  id: idSchema,
  text: prose.min(1),
  at: momentSchema.nullable(),
  kind: objectionKindSchema,
  who: uuidSchema.nullable(),
  role: line,
  keywords: z.array(line.min(1)),
  key: responseKeySchema.nullable(),
  response: responseSchema.nullable(),
  status: objectionStatusSchema,
  prepared: idSchema.nullable(),
})
export type Objection = Readonly<z.infer<typeof objectionSchema>>

const entryFields = { id: uuidSchema, text: prose.min(1), at: momentSchema }

export const noteSchema = z.object(entryFields)
export type Note = Readonly<z.infer<typeof noteSchema>>

/** A decision: what is said about it and what was read back are in `decisionSchema.ts`. */
export const decisionSchema = z.object({ ...entryFields, ...decisionFields })
export type Decision = Readonly<z.infer<typeof decisionSchema>>

export const actionStatusSchema = z.enum(['open', 'done', 'dropped'])

/**
 * An action item. `owner` is an attendee's id, `due` a moment; either may be missing. `task` is the task of the
 * plan that it was made of, or null.
 */
export const actionSchema = z.object({
  ...entryFields,
  owner: uuidSchema.nullable(),
  due: momentSchema.nullable(),
  status: actionStatusSchema,
  task: idSchema.nullable(),
})
export type Action = Readonly<z.infer<typeof actionSchema>>

export const parkingLotItemSchema = z.object({ ...entryFields, owner: uuidSchema.nullable() })
export type ParkingLotItem = Readonly<z.infer<typeof parkingLotItemSchema>>

/** From a decision to the objection it settles, or from an action to the decision it carries out. */
export const linkSchema = z.object({ from: uuidSchema, to: uuidSchema })
export type Link = Readonly<z.infer<typeof linkSchema>>

export const planTaskSchema = z.object({
  id: idSchema,
  text: line.min(1),
  estimate: estimateSchema.nullable(),
})
export type PlanTask = Readonly<z.infer<typeof planTaskSchema>>

/** How the plan's hours pass: round the clock, or on working days (1 is Monday) between two times of day. */
export const workingHoursSchema = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day'),
})
export type WorkingHours = Readonly<z.infer<typeof workingHoursSchema>>

/**
 * The way to a new date. `newDate` is `override` where there is one, else the proposal: the start plus
 * the upper ends of all estimates, round the clock or in `workingHours`; null while either is missing.
 */
export const planSchema = z.object({
  tasks: z.array(planTaskSchema),
  workingHours: workingHoursSchema.nullable(),
  start: momentSchema.nullable(),
  originalDate: momentSchema.nullable(),
  override: momentSchema.nullable(),
  newDate: momentSchema.nullable(),
})
export type Plan = Readonly<z.infer<typeof planSchema>>

export const checklistItemSchema = checklistTemplateSchema.extend({ done: z.boolean() })

/** What happens next, agreed at the end. `when` is a moment. */
export const followUpSchema = z.object({ when: momentSchema, where: line, agenda: prose })
export type FollowUp = Readonly<z.infer<typeof followUpSchema>>

/**
 * A must-say phrase that passed the reading line (`shown`), was heard where it stands by the prompter that follows
 * a voice (`heard`), or was ticked or unticked by hand.
 */
export const phraseMarkSchema = z.object({
  cue: idSchema,
  phrase: line.min(1),
  mark: z.enum(['shown', 'heard', 'ticked', 'unticked']),
  at: momentSchema,
})
export type PhraseMark = Readonly<z.infer<typeof phraseMarkSchema>>

/** How the prompter looks. `size` is a share of the window's height in per cent, `width` of its width. */
export const prompterLookSchema = z.object({
  size: z.number().min(4).max(20),
  width: z.number().min(40).max(100),
  margin: z.number().min(1).max(20),
  lineHeight: z.number().min(1.1).max(2.2),
  letterSpacing: z.number().min(0).max(0.15),
  face: z.enum(['humanist', 'legible', 'opendyslexic', 'system']),
  theme: z.enum(['dark', 'light', 'yellow', 'amber']),
})
export type PrompterLook = Readonly<z.infer<typeof prompterLookSchema>>

export const boardThemeSchema = z.enum(['light', 'dark'])
export type BoardTheme = z.infer<typeof boardThemeSchema>

/**
 * Settings of this meeting. `wordsPerMinute` is the prompter's pace at its opening, `boardDelay` the
 * seconds before something shows on the Board, `boardTheme` its colours, `offerUnasked` shows a prepared response at once.
 */
export const meetingSettingsSchema = z.object({
  wordsPerMinute: z.number().int().min(40).max(400),
  boardDelay: z.number().min(0).max(10),
  boardTheme: boardThemeSchema,
  namesOnBoard: z.boolean(),
  offerUnasked: z.boolean(),
  prompter: prompterLookSchema,
})
export type MeetingSettings = Readonly<z.infer<typeof meetingSettingsSchema>>

/** The part of them that a presenter may keep for all new meetings. */
export const newMeetingLookSchema = meetingSettingsSchema.pick({ wordsPerMinute: true, prompter: true })
export type NewMeetingLook = Readonly<z.infer<typeof newMeetingLookSchema>>

/** Somebody who is expected to sign a revision: a person of the meeting, as named when it was finalised. */
export const signerSchema = z.object({ attendee: uuidSchema, name: line.min(1), role: line })
export type Signer = Readonly<z.infer<typeof signerSchema>>

/** A cryptographic signature put on the PDF of a revision on this machine; `certificate` is its SHA-256. */
export const signatureSchema = z.object({ at: momentSchema, name: line, certificate: hashSchema })
export type Signature = Readonly<z.infer<typeof signatureSchema>>

/**
 * A fixed state of the record: the log up to entry `head`, without the captured entries in `leftOut`.
 * `fingerprint` is the SHA-256 of its canonical record data, `supersedes` that of the revision before.
 */
export const revisionSchema = z.object({
  number: z.number().int().positive(),
  at: momentSchema,
  by: authorSchema,
  head: hashSchema,
  fingerprint: hashSchema,
  supersedes: hashSchema.nullable(),
  leftOut: z.array(uuidSchema),
  signers: z.array(signerSchema),
  signatures: z.array(signatureSchema),
})
export type Revision = Readonly<z.infer<typeof revisionSchema>>

/** The field a drawn sign-off is drawn in, in its own units. */
export const DRAWING = { width: 600, height: 200 } as const

const point = z.tuple([
  z.number().int().min(0).max(DRAWING.width),
  z.number().int().min(0).max(DRAWING.height),
])

/** A sign-off as it was made: a name typed, or strokes drawn (each a list of `[x, y]`, y counts downwards). */
export const signOffMarkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), text: line.min(1) }),
  z.object({ kind: z.literal('drawn'), strokes: z.array(z.array(point).min(1).max(2_000)).min(1).max(200) }),
])
export type SignOffMark = Readonly<z.infer<typeof signOffMarkSchema>>

/** A person's approval of one revision, bound to its fingerprint. `attendee` is null for somebody from outside. */
export const signOffSchema = z.object({
  id: uuidSchema,
  at: momentSchema,
  revision: z.number().int().positive(),
  fingerprint: hashSchema,
  attendee: uuidSchema.nullable(),
  name: line.min(1),
  role: line,
  mark: signOffMarkSchema,
})
export type SignOff = Readonly<z.infer<typeof signOffSchema>>

/** A meeting without its log: what the log adds up to. */
export const meetingSchema = z.object({
  id: uuidSchema,
  title: line.min(1),
  status: meetingStatusSchema,
  timeZone: timeZoneSchema,
  plannedStart: momentSchema.nullable(),
  place: line,
  startedAt: momentSchema.nullable(),
  endedAt: momentSchema.nullable(),
  breaks: z.array(spanSchema),
  playbook: playbookSchema,
  facts: z.array(factSchema),
  attendees: z.array(attendeeSchema),
  /** Who was taken off the list; what another copy says of them brings them back. */
  formerAttendees: z.array(attendeeSchema),
  script: z.array(cueSchema),
  objections: z.array(objectionSchema),
  decisions: z.array(decisionSchema),
  actions: z.array(actionSchema),
  parkingLot: z.array(parkingLotItemSchema),
  notes: z.array(noteSchema),
  links: z.array(linkSchema),
  plan: planSchema,
  followUp: followUpSchema.nullable(),
  checklist: z.array(checklistItemSchema),
  phrases: z.array(phraseMarkSchema),
  readBack: shownReadBackSchema.nullable(),
  responsesShown: z.array(z.object({ objection: idSchema, at: momentSchema })),
  signOffs: z.array(signOffSchema),
  revisions: z.array(revisionSchema),
  settings: meetingSettingsSchema,
})
export type Meeting = Readonly<z.infer<typeof meetingSchema>>
