import { z } from 'zod'

import { displaysStateSchema, placedWindowSchema, rectSchema, windowModesSchema } from './displays/schema'
import { newMeetingLookSchema } from './meeting/schema'
import { patchSchema } from './protection/patch'
import { protectionSchema } from './protection/table'
import { resultSchema } from './result'
import { LONGEST_LINE } from './text'

const nothing = z.null()
const done = resultSchema(z.null())

/** The questions about displays, about the prompter's window on them, and about what a capture may show. */
export const displayChannels = {
  'displays:get': { from: ['desk', 'prompter'], input: nothing, output: displaysStateSchema },
  /** Sends a window to a display, now and whenever these displays are there; a closed one once it opens. */
  'displays:choose': {
    from: ['desk', 'prompter'],
    input: z.object({ window: placedWindowSchema, display: z.string().max(LONGEST_LINE) }),
    output: done,
  },
  /** Prompter and Board change places, each on the other's display. */
  'stage:swap': { from: ['desk', 'prompter'], input: nothing, output: done },
  /** How the prompter's window is on the display it is on. */
  'prompter:modes': { from: ['prompter'], input: windowModesSchema.partial(), output: done },
  /** What a window's frame would offer, for a window that may have none. */
  'prompter:window': {
    from: ['prompter'],
    input: z.discriminatedUnion('do', [
      z.object({ do: z.literal('fullScreen') }),
      z.object({ do: z.literal('close') }),
      z.object({ do: z.literal('push'), by: rectSchema }),
    ]),
    output: done,
  },
  /** How the prompter looks and how fast it runs in meetings made from now on. */
  'prompter:first': { from: ['prompter'], input: newMeetingLookSchema, output: done },
  'protection:get': { from: ['desk', 'prompter'], input: nothing, output: protectionSchema },
  /** Whether the system is asked to leave the prompter out of captures. */
  'protection:ask': { from: ['prompter'], input: z.object({ on: z.boolean() }), output: done },
  /** Captures the screens and says in words whether the patch drawn in the prompter is seen. */
  'protection:test': {
    from: ['prompter'],
    input: z.object({ patch: patchSchema }),
    output: resultSchema(z.object({ words: z.string() })),
  },
} as const

/** What a window may be told unasked of displays and of what a capture may show. */
export const displayEvents = {
  'displays:changed': { to: ['desk', 'prompter'], payload: displaysStateSchema },
  'protection:changed': { to: ['desk', 'prompter'], payload: protectionSchema },
} as const
