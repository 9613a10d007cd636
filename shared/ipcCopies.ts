import { z } from 'zod'

import { toldConflictSchema } from './meeting/conflictWords'
import { resultSchema } from './result'
import { uuidSchema } from './text'

/** What became of a copy that was opened: joined with the meeting that was here, or kept as a new one. */
export const takenInSchema = z.object({
  id: uuidSchema,
  title: z.string(),
  joined: z.boolean(),
  added: z.number().int().nonnegative(),
})
export type TakenIn = Readonly<z.infer<typeof takenInSchema>>

/** The questions about copies of a meeting on other machines. */
export const copyChannels = {
  /** Saves the whole meeting for a second note-taker. `path` is null when nobody chose one. */
  'copy:save': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema }),
    output: resultSchema(z.object({ path: z.string().nullable() })),
  },
  /** Opens a copy and takes it in; only one of `meeting` unless that is null. Null when nobody chose one. */
  'copy:open': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema.nullable() }),
    output: resultSchema(takenInSchema.nullable()),
  },
  /** The differences between joined copies that nobody has settled. */
  'copy:conflicts': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema }),
    output: resultSchema(z.object({ conflicts: z.array(toldConflictSchema) })),
  },
} as const
