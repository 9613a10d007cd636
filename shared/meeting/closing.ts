import { fillPublic } from '../script/fill'
import type { Action, Meeting, Objection, PhraseMark, PlanTask } from './schema'
import { tasksToTake } from './taskActions'

/**
 * A must-say phrase: as the script has it (`phrase`), as it is read aloud (`words`), in which cue, and its mark.
 * `shown` where it has any but that it was unticked.
 */
export type MustSay = {
  readonly cue: string
  readonly heading: string
  readonly phrase: string
  readonly words: string
  readonly mark: PhraseMark['mark'] | null
  readonly shown: boolean
}

/** An open action and what it lacks. */
export type Unowned = { readonly action: Action; readonly lacks: readonly ('owner' | 'due')[] }

type Raised = Objection & { readonly at: string }

/** Every must-say phrase of the spoken cues. */
export function mustSayPhrases(meeting: Meeting): readonly MustSay[] {
  const marks = new Map(meeting.phrases.map(({ cue, phrase, mark }) => [`${cue}\n${phrase}`, mark]))
  return meeting.script.flatMap((cue) =>
    cue.kind === 'slot'
      ? []
      : cue.mustSay.map((phrase) => {
          const mark = marks.get(`${cue.id}\n${phrase}`) ?? null
          const words = fillPublic(phrase, meeting)
          const shown = mark !== null && mark !== 'unticked'
          return { cue: cue.id, heading: cue.heading, phrase, words, mark, shown }
        }),
  )
}

/** Objections, questions and concerns that were raised and are still open. */
export function openObjections({ objections }: Pick<Meeting, 'objections'>): readonly Raised[] {
  return objections.filter((each): each is Raised => each.at !== null && each.status === 'open')
}

/** Open actions without an owner or without a due date. */
export function unownedActions({ actions }: Pick<Meeting, 'actions'>): readonly Unowned[] {
  return actions.flatMap((action) => {
    const owner = action.owner === null ? (['owner'] as const) : []
    const due = action.due === null ? (['due'] as const) : []
    const lacks = [...owner, ...due]
    return action.status === 'open' && lacks.length > 0 ? [{ action, lacks }] : []
  })
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'it', 'of', 'on', 'the', 'to', 'up', 'with'])

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !SMALL_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

/**
 * Tasks of the plan that no action was made of, or speaks of: none has all of a task's words. Dropped actions do
 * not count.
 */
export function tasksWithoutAction({
  plan,
  actions,
}: Pick<Meeting, 'plan' | 'actions'>): readonly PlanTask[] {
  const open = new Set(tasksToTake({ plan, actions }).map(({ id }) => id))
  const spoken = actions
    .filter(({ status }) => status !== 'dropped')
    .map(({ text }) => new Set(wordsOf(text)))
  return plan.tasks.filter(({ id, text }) => {
    if (!open.has(id)) return false
    const words = wordsOf(text)
    return !spoken.some((action) => words.every((word) => action.has(word)))
  })
}

/** What is left to settle before a meeting ends. */
export type Closing = {
  readonly unshown: readonly MustSay[]
  readonly unanswered: readonly Raised[]
  readonly unowned: readonly Unowned[]
  readonly unplanned: readonly PlanTask[]
  readonly unchecked: readonly Meeting['checklist'][number][]
  readonly noFollowUp: boolean
}

/** Names what was not shown, not answered, not owned, not taken on and not ticked. */
export function closingOf(meeting: Meeting): Closing {
  return {
    unshown: mustSayPhrases(meeting).filter(({ shown }) => !shown),
    unanswered: openObjections(meeting),
    unowned: unownedActions(meeting),
    unplanned: tasksWithoutAction(meeting),
    unchecked: meeting.checklist.filter(({ done }) => !done),
    noFollowUp: meeting.followUp === null,
  }
}
