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
import { idSchema, LONGEST_LINE, momentSchema, textSchema, timeZoneSchema, uuidSchema } from '../text'

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

/** `role` is a title as printed, e.g. "Product Manager". */
export const attendeeSchema = z.object({
  id: uuidSchema,
  name: line.min(1),
  role: line,
  organisation: line,
  email: line,
})
export type Attendee = Readonly<z.infer<typeof attendeeSchema>>

export const objectionStatusSchema = z.enum(['open', 'answered', 'sustained', 'deferred'])
export type ObjectionStatus = z.infer<typeof objectionStatusSchema>

/**
 * An expected objection has `at: null`, a `role` and a prepared response. A raised one has the moment
 * it was raised, `who` raised it (an attendee's id), and the text as it was typed.
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
})
export type Objection = Readonly<z.infer<typeof objectionSchema>>

const entryFields = { id: uuidSchema, text: prose.min(1), at: momentSchema }

export const noteSchema = z.object(entryFields)
export type Note = Readonly<z.infer<typeof noteSchema>>

export const decisionSchema = z.object(entryFields)
export type Decision = Readonly<z.infer<typeof decisionSchema>>

export const actionStatusSchema = z.enum(['open', 'done', 'dropped'])

/** An action item. `owner` is an attendee's id, `due` a moment; either may be missing. */
export const actionSchema = z.object({
  ...entryFields,
  owner: uuidSchema.nullable(),
  due: momentSchema.nullable(),
  status: actionStatusSchema,
})
export type Action = Readonly<z.infer<typeof actionSchema>>

export const parkingLotItemSchema = z.object({ ...entryFields, owner: uuidSchema.nullable() })
export type ParkingLotItem = Readonly<z.infer<typeof parkingLotItemSchema>>

export const planTaskSchema = z.object({
  id: idSchema,
  text: line.min(1),
  estimate: estimateSchema.nullable(),
})
export type PlanTask = Readonly<z.infer<typeof planTaskSchema>>

/**
 * The way to a new date. `newDate` is `override` where there is one, else the proposal: the start plus
 * the upper ends of all estimates; null while either is missing.
 */
export const planSchema = z.object({
  tasks: z.array(planTaskSchema),
  start: momentSchema.nullable(),
  originalDate: momentSchema.nullable(),
  override: momentSchema.nullable(),
  newDate: momentSchema.nullable(),
})
export type Plan = Readonly<z.infer<typeof planSchema>>

export const checklistItemSchema = checklistTemplateSchema.extend({ done: z.boolean() })

/** Settings of this meeting. `wordsPerMinute` is the prompter's pace at its opening. */
export const meetingSettingsSchema = z.object({ wordsPerMinute: z.number().int().min(40).max(400) })

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
  playbook: playbookSchema,
  facts: z.array(factSchema),
  attendees: z.array(attendeeSchema),
  script: z.array(cueSchema),
  objections: z.array(objectionSchema),
  decisions: z.array(decisionSchema),
  actions: z.array(actionSchema),
  parkingLot: z.array(parkingLotItemSchema),
  notes: z.array(noteSchema),
  plan: planSchema,
  followUp: z.null(),
  checklist: z.array(checklistItemSchema),
  signOffs: z.array(z.never()),
  revisions: z.array(z.never()),
  settings: meetingSettingsSchema,
})
export type Meeting = Readonly<z.infer<typeof meetingSchema>>
