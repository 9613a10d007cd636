import { plannedEnd, tasksToTake } from '../../../shared/meeting/taskActions'
import type { Meeting, PlanTask } from '../../../shared/meeting/schema'
import { entryWork } from '../../state/entryWork'
import type { Session } from '../../state/session'

/** Puts the sentence of a decision before the room; its dialog opens by itself. */
export async function readBack(session: Session, decision: string): Promise<void> {
  const answer = await session.run({ type: 'readBack', decision })
  session.say(answer.ok ? null : { kind: 'refused', sentence: answer.refusal.sentence })
}

/** Makes an action of a task of the plan, due when the plan says so, and asks for its owner. */
export async function takeTask(session: Session, meeting: Meeting, task: PlanTask): Promise<void> {
  const due = plannedEnd(meeting, task.id)
  const answer = await session.run({ type: 'taskToAction', task: task.id, owner: null, due })
  if (!answer.ok) {
    session.say({ kind: 'refused', sentence: answer.refusal.sentence })
    return
  }
  session.say({ kind: 'done', sentence: `Now an action: ${task.text}` })
  entryWork.set({ what: 'owner', id: answer.value.entry.id })
}

/** The same for the first task of the plan that is no action yet. */
export async function takeNextTask(session: Session): Promise<void> {
  const state = session.state.get()
  if (state.phase !== 'open') return
  const [task] = tasksToTake(state.meeting)
  if (task !== undefined) return takeTask(session, state.meeting, task)
  session.say({ kind: 'refused', sentence: 'Every task of the plan is an action already.' })
}
