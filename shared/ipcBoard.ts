import { z } from 'zod'

import { boardViewSchema } from './meeting/boardView'
import { resultSchema } from './result'
import { momentSchema } from './text'

const nothing = z.null()
const count = z.number().int().nonnegative()

export const boardStateSchema = z.object({ frozen: z.boolean(), blank: z.boolean() })
export type BoardState = Readonly<z.infer<typeof boardStateSchema>>

/** What waits behind a frozen Board: entries that are new or changed, and whether anything else differs. */
export const behindSchema = z.object({ entries: count, other: z.boolean() })
export type Behind = Readonly<z.infer<typeof behindSchema>>

/**
 * Where the Board's window is. `covered` says that another of the app's own windows lies over most of it; of
 * other programs' windows no system tells.
 */
export const boardWindowSchema = z.object({
  is: z.enum(['closed', 'shown', 'minimised', 'hidden']),
  covered: z.boolean(),
})
export type BoardWindow = Readonly<z.infer<typeof boardWindowSchema>>

/** What the presenter's side may know of the Board beside what is on it. `waiting` counts what is delayed. */
export const boardSeenShape = {
  boardState: boardStateSchema,
  waiting: count,
  frozenSince: momentSchema.nullable(),
  behind: behindSchema,
  boardWindow: boardWindowSchema,
} as const

/** What the Board is given: the slices of its view that changed, and whether it is to stand still or be blank. */
const shownSchema = boardStateSchema.extend({ slices: boardViewSchema.partial() })

/** A picture of the Board's window as it was painted, as a JPEG; null while there is none. */
const pictureSchema = z.object({ picture: z.instanceof(Uint8Array).nullable() })

/** Questions about the Board. */
export const boardChannels = {
  'board:set': {
    from: ['desk', 'prompter'],
    input: boardStateSchema.partial(),
    output: resultSchema(z.null()),
  },
  'board:get': {
    from: ['board'],
    input: nothing,
    output: boardStateSchema.extend({ view: boardViewSchema.nullable() }),
  },
  /** The Board looks different from before. */
  'board:painted': { from: ['board'], input: nothing, output: resultSchema(z.null()) },
  /** What the keys of the Board's window do to it. */
  'board:window': {
    from: ['board'],
    input: z.object({ do: z.enum(['fullScreen', 'leaveFullScreen']) }),
    output: resultSchema(z.null()),
  },
  /** The last picture of the Board. */
  'board:picture': { from: ['desk', 'prompter'], input: nothing, output: pictureSchema },
} as const

/** What windows are told of the Board. */
export const boardEvents = {
  'board:changed': { to: ['board'], payload: shownSchema },
  'board:pictured': { to: ['desk', 'prompter'], payload: pictureSchema },
} as const
