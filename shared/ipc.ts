import { z } from 'zod'

import { boardChannels, boardEvents, boardSeenShape } from './ipcBoard'
import { copyChannels } from './ipcCopies'
import { displayChannels, displayEvents } from './ipcDisplays'
import { recordChannels } from './ipcRecord'
import { rehearsalChannels, rehearsalEvents } from './ipcRehearsal'
import { commandSchema } from './meeting/commands'
import { logEntrySchema, saidEntrySchema } from './meeting/entries'
import { authorSchema, meetingSchema, meetingStatusSchema } from './meeting/schema'
import { resultSchema } from './result'
import { idSchema, LONGEST_LINE, momentSchema, textSchema, timeZoneSchema, uuidSchema } from './text'

/** The three kinds of window; each is its own host of the `app:` scheme. */
export const windowKindSchema = z.enum(['desk', 'prompter', 'board'])
export type WindowKind = z.infer<typeof windowKindSchema>

const line = textSchema(LONGEST_LINE)
const nothing = z.null()
const done = resultSchema(z.null())

/** A row of the library. `openActions` counts actions neither done nor dropped. */
export const meetingSummarySchema = z.object({
  id: uuidSchema,
  title: z.string(),
  status: meetingStatusSchema,
  plannedStart: momentSchema.nullable(),
  startedAt: momentSchema.nullable(),
  timeZone: timeZoneSchema,
  openActions: z.number().int().nonnegative(),
})
export type MeetingSummary = Readonly<z.infer<typeof meetingSummarySchema>>

/** Everything in the meetings folder: what opens, and what does not with the reason in a sentence. */
export const librarySchema = z.object({
  meetings: z.array(meetingSummarySchema),
  unreadable: z.array(z.object({ file: z.string(), sentence: z.string() })),
})
export type Library = Readonly<z.infer<typeof librarySchema>>

export const playbookSummarySchema = z.object({ id: z.string(), title: z.string(), summary: z.string() })
export type PlaybookSummary = Readonly<z.infer<typeof playbookSummarySchema>>

/**
 * A meeting as a window holds it: the state after entry `seq`. `notice` is a sentence to show above it,
 * e.g. that the file was changed outside Lectern; `readOnly` says that no command will be taken.
 */
export const openMeetingSchema = z.object({
  meeting: meetingSchema,
  seq: z.number().int().nonnegative(),
  readOnly: z.boolean(),
  notice: z.string().nullable(),
})
export type OpenMeeting = Readonly<z.infer<typeof openMeetingSchema>>

/**
 * Which of the other two windows are open and for which meeting, and what the Board shows. `sharedDisplay` says that prompter and Board lie on
 * the same display, where sharing that screen shows both; `panic` that the panic key hid the prompter and
 * blanked the Board.
 */
export const stageStateSchema = z.object({
  prompter: uuidSchema.nullable(),
  board: uuidSchema.nullable(),
  ...boardSeenShape,
  sharedDisplay: z.boolean(),
  panic: z.boolean(),
})
export type StageState = Readonly<z.infer<typeof stageStateSchema>>

const wholeSeconds = z.number().int().nonnegative()

/** The cue at the prompter's reading line and the seconds it has had; script and question time apart. */
const prompterTimeSchema = z.object({
  meeting: uuidSchema,
  cue: idSchema,
  seconds: wholeSeconds,
  script: wholeSeconds,
  questions: wholeSeconds,
})

type Channel = {
  readonly from: readonly WindowKind[]
  readonly input: z.ZodType
  readonly output: z.ZodType
}

/**
 * Every question a window may ask: who may ask it, the shape of the question and of the answer.
 * `id` of `meeting:run` is the id of the entry to be: asking twice with the same id makes one entry.
 */
export const channels = {
  'app:info': {
    from: ['desk', 'prompter'],
    input: nothing,
    output: z.object({
      version: z.string(),
      timeZone: timeZoneSchema,
      author: authorSchema,
      authorConfirmed: z.boolean(),
    }),
  },
  'author:set': { from: ['desk'], input: authorSchema, output: done },
  'library:list': { from: ['desk'], input: nothing, output: librarySchema },
  'playbook:list': { from: ['desk'], input: nothing, output: z.array(playbookSummarySchema) },
  'meeting:create': {
    from: ['desk'],
    input: z.object({
      playbook: z.string().max(LONGEST_LINE),
      title: line,
      plannedStart: momentSchema.nullable(),
      place: line,
      timeZone: timeZoneSchema,
    }),
    output: resultSchema(z.object({ id: uuidSchema })),
  },
  /** The sample meeting, filled in and ready to start, as a new meeting. */
  'meeting:sample': { from: ['desk'], input: nothing, output: resultSchema(z.object({ id: uuidSchema })) },
  /** The whole log, for the list of corrections: asked for, never sent unasked. */
  'meeting:log': {
    from: ['desk'],
    input: z.object({ id: uuidSchema }),
    output: resultSchema(z.object({ log: z.array(logEntrySchema) })),
  },
  'meeting:open': {
    from: ['desk', 'prompter'],
    input: z.object({ id: uuidSchema }),
    output: resultSchema(openMeetingSchema),
  },
  'meeting:run': {
    from: ['desk', 'prompter'],
    input: z.object({
      meeting: uuidSchema,
      id: uuidSchema,
      command: commandSchema.refine(({ type }) => type !== 'noteSignature', 'is not for a window to say'),
    }),
    output: resultSchema(z.object({ entry: saidEntrySchema })),
  },
  'whisper:send': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema, text: line.min(1) }),
    output: done,
  },
  'window:open': {
    from: ['desk'],
    input: z.object({ kind: z.enum(['prompter', 'board']), meeting: uuidSchema }),
    output: done,
  },
  /** Shows a prepared response on the prompter, as its digit key does. */
  'prompter:show': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema, objection: z.string().max(LONGEST_LINE) }),
    output: done,
  },
  /** How long the cue at the prompter's reading line has had, and what the time went to: kept nowhere. */
  'prompter:time': { from: ['prompter'], input: prompterTimeSchema, output: done },
  /** Hides the prompter and blanks the Board at once; a second time brings both back. */
  'stage:panic': { from: ['desk', 'prompter'], input: nothing, output: done },
  /**
   * Lets the prompter's keys work, with a modifier, while another program has the focus; or ends that. `held`
   * names the keys that another program holds.
   */
  'shortcuts:set': {
    from: ['prompter'],
    input: z.object({ on: z.boolean() }),
    output: resultSchema(z.object({ held: z.array(z.string()) })),
  },
  /** Lets the prompter have the microphone, or ends that; refused where the system refuses it. */
  'microphone:set': { from: ['prompter'], input: z.object({ on: z.boolean() }), output: done },
  'stage:get': { from: ['desk', 'prompter'], input: nothing, output: stageStateSchema },
  /** Puts the invitation's text on the clipboard. */
  'invitation:copy': { from: ['desk'], input: z.object({ meeting: uuidSchema }), output: done },
  /** Saves the invitation as an .ics file. */
  'invitation:save': {
    from: ['desk'],
    input: z.object({ meeting: uuidSchema }),
    output: resultSchema(z.object({ path: z.string().nullable() })),
  },
  ...boardChannels,
  ...copyChannels,
  ...displayChannels,
  ...recordChannels,
  ...rehearsalChannels,
} as const satisfies Record<string, Channel>
export type ChannelName = keyof typeof channels
export type ChannelInput<C extends ChannelName> = z.input<(typeof channels)[C]['input']>
export type ChannelOutput<C extends ChannelName> = z.output<(typeof channels)[C]['output']>

/** Everything a window may be told unasked, and which windows may be told it. */
export const events = {
  'meeting:entry': {
    to: ['desk', 'prompter'],
    payload: z.object({ meeting: uuidSchema, entry: saidEntrySchema }),
  },
  /** The meeting was joined with a copy: ask for it again. */
  'meeting:replaced': { to: ['desk', 'prompter'], payload: z.object({ meeting: uuidSchema }) },
  'library:changed': { to: ['desk'], payload: nothing },
  /** How far the record being made is: a share from 0 to 1. */
  'record:progress': { to: ['desk'], payload: z.object({ share: z.number().min(0).max(1) }) },
  'stage:changed': { to: ['desk', 'prompter'], payload: stageStateSchema },
  'prompter:shown': { to: ['prompter'], payload: z.object({ objection: z.string() }) },
  'prompter:timed': { to: ['desk'], payload: prompterTimeSchema },
  /** A key of the prompter was pressed while another program had the focus. */
  'prompter:command': { to: ['prompter'], payload: z.object({ id: z.string() }) },
  ...displayEvents,
  'whisper:shown': { to: ['prompter'], payload: z.object({ text: z.string() }) },
  ...boardEvents,
  ...rehearsalEvents,
} as const satisfies Record<string, { to: readonly WindowKind[]; payload: z.ZodType }>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]['payload']>

/** All that the preload script exposes as `window.lectern`. */
export type LecternBridge = {
  call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>>
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
