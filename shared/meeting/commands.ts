import { z } from 'zod'

import { objectionKindSchema } from '../playbook/schema'
import { idSchema, LONGEST_LINE, momentSchema, textSchema, timeZoneSchema, uuidSchema } from '../text'
import { attendeeSchema, objectionStatusSchema } from './schema'

const line = textSchema(LONGEST_LINE)
const captured = { text: textSchema(), at: momentSchema.nullable() }

/**
 * What the capture line understood. `at` is the moment it is back-dated to, or null for now;
 * `who` and `owner` are attendee ids, `due` a moment.
 */
export const captureDraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...captured }),
  z.object({ kind: objectionKindSchema, ...captured, who: uuidSchema.nullable() }),
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

/** What a meeting is asked to do. `decide` answers with what happened, or refuses. */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('setDetails'),
    title: line,
    plannedStart: momentSchema.nullable(),
    place: line,
    timeZone: timeZoneSchema,
  }),
  z.object({ type: z.literal('setFact'), key: z.string(), value: textSchema(), source: line }),
  z.object({ type: z.literal('addAttendee'), attendee: attendeeSchema.omit({ id: true }) }),
  z.object({ type: z.literal('editAttendee'), attendee: attendeeSchema }),
  z.object({ type: z.literal('removeAttendee'), attendee: uuidSchema }),
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('capture'), draft: captureDraftSchema }),
  z.object({ type: z.literal('setObjectionStatus'), objection: idSchema, status: objectionStatusSchema }),
  z.object({ type: z.literal('undoCapture') }),
])
export type Command = Readonly<z.infer<typeof commandSchema>>
