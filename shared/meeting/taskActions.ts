import { proposedDate } from '../plan/estimate'
import { accept, refuse, type Result } from '../result'
import type { CaptureDraft, Command } from './commands'
import { capture, type DecideContext } from './decideCapture'
import type { Body } from './entries'
import type { Action, Meeting, PlanTask } from './schema'

/** The action that was made of a task and was not dropped. */
export function actionOfTask({ actions }: Pick<Meeting, 'actions'>, task: string): Action | undefined {
  return actions.find((action) => action.task === task && action.status !== 'dropped')
}

/** The tasks of the plan that no action was made of yet. */
export function tasksToTake(meeting: Pick<Meeting, 'plan' | 'actions'>): readonly PlanTask[] {
  const taken = new Set(
    meeting.actions.flatMap(({ task, status }) => (task === null || status === 'dropped' ? [] : [task])),
  )
  return meeting.plan.tasks.filter(({ id }) => !taken.has(id))
}

type Planned = Pick<Meeting, 'plan' | 'plannedStart' | 'startedAt' | 'timeZone'>

/** When a task ends by the plan: the upper ends of it and of all before it. Null where the plan does not say. */
export function plannedEnd({ plan, plannedStart, startedAt, timeZone }: Planned, id: string): string | null {
  const last = plan.tasks.findIndex((task) => task.id === id)
  if (last < 0) return null
  const { start, workingHours } = plan
  const tasks = plan.tasks.slice(0, last + 1)
  return proposedDate({ start, workingHours, tasks }, plannedStart ?? startedAt, timeZone)
}

/** An action is made of a task of the plan, once. Refuses as any capture does, and a task that has its action. */
export function taskToAction(
  meeting: Meeting,
  command: Extract<Command, { type: 'taskToAction' }>,
  context: DecideContext,
): Result<Body> {
  const task = meeting.plan.tasks.find(({ id }) => id === command.task)
  if (task === undefined) return refuse('unknown', 'That task is no longer in the plan.')
  if (actionOfTask(meeting, task.id) !== undefined)
    return refuse('same', `“${task.text}” is an action already.`)
  const { owner, due } = command
  const draft: CaptureDraft = { kind: 'action', text: task.text, at: null, owner, due }
  const captured = capture(meeting, draft, context)
  if (!captured.ok || captured.value.type !== 'action.captured') return captured
  const { type, item } = captured.value
  return accept({ type, item: { ...item, task: task.id } })
}
