import { z } from 'zod'

import { runSchema } from './rehearsal/schema'
import { resultSchema } from './result'
import { uuidSchema } from './text'

const done = resultSchema(z.null())

/**
 * The part of the IPC contract about rehearsals. They are no part of a meeting: nothing here writes to its log
 * or reaches the Board.
 */
export const rehearsalChannels = {
  /** Opens the prompter for a rehearsal of a meeting that has not started. */
  'rehearsal:open': { from: ['desk'], input: z.object({ meeting: uuidSchema }), output: done },
  /** The runs kept, the oldest first; `notice` says why earlier ones could not be read. */
  'rehearsal:list': {
    from: ['desk', 'prompter'],
    input: z.object({ meeting: uuidSchema }),
    output: resultSchema(z.object({ runs: z.array(runSchema), notice: z.string().nullable() })),
  },
  /** Keeps a run, or what it has become meanwhile. */
  'rehearsal:keep': {
    from: ['desk', 'prompter'],
    input: z.object({ meeting: uuidSchema, run: runSchema }),
    output: done,
  },
  /** Whether a run is on, or its report is being read: its window stays the same one for so long. */
  'rehearsal:running': { from: ['prompter'], input: z.object({ on: z.boolean() }), output: done },
  'rehearsal:remove': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema, run: uuidSchema }),
    output: done,
  },
} as const

/** What windows are told of rehearsals unasked. */
export const rehearsalEvents = {
  'rehearsal:changed': { to: ['desk', 'prompter'], payload: z.object({ meeting: uuidSchema }) },
} as const
