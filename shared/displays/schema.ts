import { z } from 'zod'

/** A place on the screens, in the system's own points. */
export const rectSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Rect = Readonly<z.infer<typeof rectSchema>>

/** A display as the system tells of it. `label` may be empty. */
export type Display = {
  readonly id: number
  readonly label: string
  readonly bounds: Rect
  readonly workArea: Rect
  readonly scale: number
  readonly internal: boolean
}

/** A display as people are told of it. `key` names it from one day to the next. */
export const namedDisplaySchema = z.object({ key: z.string(), name: z.string(), words: z.string() })
export type NamedDisplay = Readonly<z.infer<typeof namedDisplaySchema>>

/** The windows that are sent to a display. */
export const placedWindowSchema = z.enum(['prompter', 'board'])
export type PlacedWindow = z.infer<typeof placedWindowSchema>

/** The largest share of the ground around the words that may let through what lies behind the prompter. */
export const MOST_SEE_THROUGH = 100

/**
 * How the prompter's window is on one display: `mirror` and `flip` for a display behind glass, `onTop` of all
 * other windows, `seeThrough` in per cent of its ground, `frameless` without the system's frame.
 */
export const windowModesSchema = z.object({
  mirror: z.boolean(),
  flip: z.boolean(),
  onTop: z.boolean(),
  seeThrough: z.number().int().min(0).max(MOST_SEE_THROUGH),
  frameless: z.boolean(),
})
export type WindowModes = Readonly<z.infer<typeof windowModesSchema>>

/** How the prompter's window is on a display nobody has set anything for. */
export const FIRST_MODES: WindowModes = {
  mirror: false,
  flip: false,
  onTop: false,
  seeThrough: 0,
  frameless: false,
}

const chosenSchema = z.object({ prompter: z.string().nullable(), board: z.string().nullable() })

/** The displays chosen for prompter and Board, by key; null where none was. */
export type ChosenDisplays = Readonly<z.infer<typeof chosenSchema>>

/** What is remembered of displays: what was chosen for each set of them, and the modes on each. */
export const displayMemorySchema = z.object({
  sets: z.record(z.string(), chosenSchema),
  modes: z.record(z.string(), windowModesSchema),
})
export type DisplayMemory = Readonly<z.infer<typeof displayMemorySchema>>

const placeSchema = z.object({ on: z.string().nullable(), chosen: z.string().nullable() })

/**
 * The displays and what lies on them. `on` is where a window is, null while it is closed; `chosen` the display
 * it was sent to. `mirrored` says that one display shows what another does; `news` is what changed last, with a
 * number that grows; `modes` those of the display the prompter is on.
 */
export const displaysStateSchema = z.object({
  displays: z.array(namedDisplaySchema),
  prompter: placeSchema,
  board: placeSchema,
  mirrored: z.boolean(),
  news: z.object({ number: z.number().int(), sentence: z.string() }).nullable(),
  modes: windowModesSchema,
})
export type DisplaysState = Readonly<z.infer<typeof displaysStateSchema>>
