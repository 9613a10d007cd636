import './Plan.css'

import { useState } from 'react'

import type { Meeting, PlanTask } from '../../../shared/meeting/schema'
import { formatEstimate, totalEstimate } from '../../../shared/plan/estimate'
import { totalWords } from '../../state/planWords'
import type { Session } from '../../state/session'
import { Hours } from './Hours'
import { moveItem } from './moveItem'
import { NewDate } from './NewDate'
import { NewTask } from './NewTask'
import { focusId, placeId } from './places'
import { PlanDate } from './PlanDate'
import { PutBack } from './PutBack'
import { TaskRow } from './TaskRow'

type PlanProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }
type Removed = { readonly task: PlanTask; readonly position: number }

/** The way to a new date: the tasks and how long they take, when they begin, and what that adds up to. */
export function Plan({ session, meeting, readOnly }: PlanProps) {
  const { tasks } = meeting.plan
  const [removed, setRemoved] = useState<Removed | null>(null)
  const total = totalEstimate(tasks)

  async function remove(task: PlanTask, position: number) {
    const answer = await session.run({ type: 'removeTask', task: task.id })
    if (answer.ok) setRemoved({ task, position })
    return answer
  }

  async function putBack({ task, position }: Removed) {
    const estimate = task.estimate === null ? '' : formatEstimate(task.estimate)
    const answer = await session.run({ type: 'addTask', text: task.text, estimate })
    if (!answer.ok) {
      session.say({ kind: 'refused', sentence: answer.refusal.sentence })
      return
    }
    const { id } = answer.value.entry
    setRemoved(null)
    await session.run({ type: 'moveTask', task: id, to: position })
    focusId(placeId('task', id))
  }

  return (
    <section className="plan-region" aria-labelledby="plan-title" id={placeId('plan')} tabIndex={-1}>
      <div className="region-head">
        <h2 className="region-title" id="plan-title">
          Plan
        </h2>
        <span className="region-count figures">
          {total === null ? 'No total yet' : `${totalWords(total)} in all`}
        </span>
      </div>
      {tasks.length > 0 && (
        <ol className="task-list" aria-label="Tasks">
          {tasks.map((task, index) => (
            <TaskRow
              key={task.id}
              session={session}
              task={task}
              number={index + 1}
              last={index === tasks.length - 1}
              readOnly={readOnly}
              onMove={(step) =>
                void moveItem(
                  session,
                  { type: 'moveTask', task: task.id, to: Math.max(0, index + step) },
                  task.text,
                )
              }
              onRemove={() => remove(task, index)}
            />
          ))}
        </ol>
      )}
      {removed !== null && <PutBack name={removed.task.text} onPutBack={() => void putBack(removed)} />}
      {!readOnly && <NewTask session={session} empty={tasks.length === 0} />}
      <div className="plan-when">
        <PlanDate
          session={session}
          meeting={meeting}
          date="originalDate"
          label="Original date"
          placeholder="25 Nov 2026 14:00"
          readOnly={readOnly}
        />
        <PlanDate
          session={session}
          meeting={meeting}
          date="start"
          label="Work starts"
          placeholder="With the meeting"
          readOnly={readOnly}
        />
      </div>
      <Hours session={session} hours={meeting.plan.workingHours} readOnly={readOnly} />
      <NewDate session={session} meeting={meeting} readOnly={readOnly} />
    </section>
  )
}
