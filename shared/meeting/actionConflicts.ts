import type { Action, Meeting } from './schema'
import { plannedEnd } from './taskActions'

/**
 * What an action's due date is at odds with: it is over (`past`), it comes after the plan's new date
 * (`afterRelease`), or after the end of the task that the action was made of (`afterTask`).
 */
export type Conflict = 'past' | 'afterRelease' | 'afterTask'

type Dated = Pick<Meeting, 'plan' | 'plannedStart' | 'startedAt' | 'timeZone'>

function isAfter(moment: string, limit: string | null): boolean {
  return limit !== null && Date.parse(moment) > Date.parse(limit)
}

/** The conflicts of a due date; `task` is the task that the action is made of, `now` a moment. */
export function dueConflicts(
  meeting: Dated,
  { due, task }: Pick<Action, 'due' | 'task'>,
  now: string,
): readonly Conflict[] {
  if (due === null) return []
  const past = isAfter(now, due) ? (['past'] as const) : []
  const release = isAfter(due, meeting.plan.newDate) ? (['afterRelease'] as const) : []
  const end = task === null ? null : plannedEnd(meeting, task)
  const late = release.length === 0 && isAfter(due, end) ? (['afterTask'] as const) : []
  return [...past, ...release, ...late]
}

/** The open actions whose due dates are at odds with the plan or with the time, in the order of the list. */
export function actionConflicts(
  meeting: Dated & Pick<Meeting, 'actions'>,
  now: string,
): readonly { readonly action: Action; readonly conflicts: readonly Conflict[] }[] {
  return meeting.actions.flatMap((action) => {
    const conflicts = action.status === 'open' ? dueConflicts(meeting, action, now) : []
    return conflicts.length === 0 ? [] : [{ action, conflicts }]
  })
}
