import { z } from 'zod'

import { fillPublic } from '../script/fill'
import { idSchema, momentSchema, timeZoneSchema, uuidSchema } from '../text'
import {
  actionStatusSchema,
  estimateSchema,
  meetingStatusSchema,
  objectionStatusSchema,
  spanSchema,
  type Meeting,
} from './schema'

/** What the room may see: the Board's whole world, and the ground of the record. */
export const publicViewSchema = z.object({
  id: uuidSchema,
  title: z.string(),
  status: meetingStatusSchema,
  timeZone: timeZoneSchema,
  startedAt: momentSchema.nullable(),
  endedAt: momentSchema.nullable(),
  breaks: z.array(spanSchema),
  bottomLine: z.string(),
  stakes: z.array(z.object({ id: idSchema, title: z.string(), text: z.string() })),
  agenda: z.array(z.object({ id: idSchema, title: z.string() })),
  plan: z.object({
    tasks: z.array(z.object({ id: idSchema, text: z.string(), estimate: estimateSchema.nullable() })),
    originalDate: momentSchema.nullable(),
    newDate: momentSchema.nullable(),
    rollback: z.string(),
  }),
  concerns: z.array(
    z.object({
      id: idSchema,
      at: momentSchema,
      text: z.string(),
      who: z.string(),
      status: objectionStatusSchema,
    }),
  ),
  decisions: z.array(z.object({ id: uuidSchema, at: momentSchema, text: z.string() })),
  actions: z.array(
    z.object({
      id: uuidSchema,
      at: momentSchema,
      text: z.string(),
      owner: z.string(),
      due: momentSchema.nullable(),
      status: actionStatusSchema,
    }),
  ),
})
export type PublicView = Readonly<z.infer<typeof publicViewSchema>>

/**
 * The one function that decides what is public, for the Board and for the record alike.
 * Spoken text, responses, tips, private headings, sources, e-mail addresses and notes stay out.
 */
export function publicView(meeting: Meeting): PublicView {
  const nameOf = (id: string | null) => meeting.attendees.find((attendee) => attendee.id === id)?.name ?? ''
  const fill = (text: string) => fillPublic(text, meeting)
  return {
    id: meeting.id,
    title: meeting.title,
    status: meeting.status,
    timeZone: meeting.timeZone,
    startedAt: meeting.startedAt,
    endedAt: meeting.endedAt,
    breaks: meeting.breaks.map(({ from, to }) => ({ from, to })),
    bottomLine: fill(meeting.playbook.bottomLine),
    stakes: meeting.playbook.stakes.map(({ id, title, text }) => ({ id, title, text: fill(text) })),
    agenda: meeting.script.map((cue) => ({ id: cue.id, title: cue.agenda })),
    plan: {
      tasks: meeting.plan.tasks.map(({ id, text, estimate }) => ({ id, text, estimate })),
      originalDate: meeting.plan.originalDate,
      newDate: meeting.plan.newDate,
      rollback: meeting.facts.find((fact) => fact.key === meeting.playbook.plan.rollback)?.value ?? '',
    },
    concerns: meeting.objections.flatMap(({ id, at, text, who, status }) =>
      at === null ? [] : [{ id, at, text, who: nameOf(who), status }],
    ),
    decisions: meeting.decisions.map(({ id, at, text }) => ({ id, at, text })),
    actions: meeting.actions.map(({ id, at, text, owner, due, status }) => ({
      id,
      at,
      text,
      owner: nameOf(owner),
      due,
      status,
    })),
  }
}
