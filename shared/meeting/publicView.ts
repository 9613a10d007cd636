import { z } from 'zod'

import { fillPublic } from '../script/fill'
import { idSchema, momentSchema, timeZoneSchema, uuidSchema } from '../text'
import { outcomeSchema, readBackState, shownReadBackSchema } from './decisionSchema'
import {
  actionStatusSchema,
  estimateSchema,
  meetingStatusSchema,
  objectionStatusSchema,
  spanSchema,
  workingHoursSchema,
  type Meeting,
  type Objection,
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
    /** When its first task begins, as far as that is known. */
    start: momentSchema.nullable(),
    workingHours: workingHoursSchema.nullable(),
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
  decisions: z.array(
    z.object({
      id: uuidSchema,
      at: momentSchema,
      text: z.string(),
      outcome: outcomeSchema.nullable(),
      readBack: z.enum(['same', 'changed']).nullable(),
      /** The decision that this one takes the place of. */
      supersedes: uuidSchema.nullable(),
    }),
  ),
  readBack: shownReadBackSchema.omit({ at: true, hash: true }).nullable(),
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

type Concern = PublicView['concerns'][number]
type Decision = PublicView['decisions'][number]
type Action = PublicView['actions'][number]

function concernOf({ id, at, text, status }: Objection, who: string): Concern | null {
  return at === null ? null : { id, at, text, who, status }
}

function decisionOf(decision: Meeting['decisions'][number]): Decision {
  const { id, at, text, outcome, supersedes } = decision
  return { id, at, text, outcome, readBack: readBackState(decision), supersedes }
}

function actionOf({ id, at, text, due, status }: Meeting['actions'][number], owner: string): Action {
  return { id, at, text, owner, due, status }
}

function sentenceOf({ readBack }: Meeting): PublicView['readBack'] {
  return readBack === null ? null : { decision: readBack.decision, text: readBack.text }
}

type Names = ReadonlyMap<string, string>

/** Makes the views of a list, anew only where an item or its person's name is not the one of the time before. */
function keptViews<S extends object, V extends object>(
  personOf: (item: S) => string | null,
  view: (item: S, name: string) => V | null,
): (items: readonly S[], names: Names) => V[] {
  const made = new WeakMap<S, { readonly name: string; readonly view: V | null }>()
  let last: { readonly items: readonly S[]; readonly names: Names; readonly views: V[] } | null = null

  function viewOf(item: S, names: Names): V | null {
    const name = names.get(personOf(item) ?? '') ?? ''
    const known = made.get(item)
    if (known?.name === name) return known.view
    const fresh = { name, view: view(item, name) }
    made.set(item, fresh)
    return fresh.view
  }
  return (items, names) => {
    if (last?.items !== items || last.names !== names) {
      const views = items.map((item) => viewOf(item, names)).filter((each) => each !== null)
      last = { items, names, views }
    }
    return last.views
  }
}

/**
 * `publicView` for one meeting as it goes on: what has not changed is the same object as the time before, so
 * that two views of a long meeting are told apart without reading them.
 */
export function publicViews(): (meeting: Meeting) => PublicView {
  const concernsOf = keptViews((item: Objection) => item.who, concernOf)
  const decisionsOf = keptViews(() => null, decisionOf)
  const actionsOf = keptViews((item: Meeting['actions'][number]) => item.owner, actionOf)
  let attendees: Meeting['attendees'] | null = null
  let names: Names = new Map()
  return (meeting) => {
    if (attendees !== meeting.attendees) {
      attendees = meeting.attendees
      names = new Map(attendees.map(({ id, name }) => [id, name]))
    }
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
        start: meeting.plan.start ?? meeting.plannedStart ?? meeting.startedAt,
        workingHours: meeting.plan.workingHours,
        originalDate: meeting.plan.originalDate,
        newDate: meeting.plan.newDate,
        rollback: meeting.facts.find((fact) => fact.key === meeting.playbook.plan.rollback)?.value ?? '',
      },
      concerns: concernsOf(meeting.objections, names),
      readBack: sentenceOf(meeting),
      decisions: decisionsOf(meeting.decisions, names),
      actions: actionsOf(meeting.actions, names),
    }
  }
}

/**
 * The one function that decides what is public, for the Board and for the record alike.
 * Spoken text, responses, tips, private headings, sources, e-mail addresses and notes stay out.
 */
export function publicView(meeting: Meeting): PublicView {
  return publicViews()(meeting)
}
