import { useId, useState } from 'react'

import { formatMoment, formatNear } from '../../../shared/capture/due'
import { deskKey } from '../../../shared/keys/desk'
import { plannedEnd, tasksToTake } from '../../../shared/meeting/taskActions'
import type { Meeting } from '../../../shared/meeting/schema'
import { oneAtATime } from '../../state/oneAtATime'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Keys } from '../../ui/Keys'
import { takeTask } from '../decision/decisionWork'

type PlanTasksProps = { readonly session: Session; readonly meeting: Meeting }

const takeKey = deskKey('plan.take').keys[0] ?? ''

/** The tasks of the plan that are no actions yet, each with the one press that makes it one. */
export function PlanTasks({ session, meeting }: PlanTasksProps) {
  const id = useId()
  const [once] = useState(oneAtATime)
  const tasks = tasksToTake(meeting)
  if (tasks.length === 0) return null
  return (
    <section className="panel plan-tasks" aria-labelledby={id}>
      <div className="panel-head">
        <h2 className="panel-title" id={id}>
          Plan, not taken on
        </h2>
        <Keys keys={takeKey} />
      </div>
      <ul>
        {tasks.map((task) => {
          const end = plannedEnd(meeting, task.id)
          return (
            <li key={task.id}>
              <p title={end === null ? task.text : `${task.text} by ${formatMoment(end, meeting.timeZone)}`}>
                <span className="plan-tasks-text">{task.text}</span>
                {end !== null && (
                  <span className="plan-tasks-end"> by {formatNear(end, meeting.timeZone)}</span>
                )}
              </p>
              <Button
                small
                look="quiet"
                aria-label={`Make it an action: ${task.text}`}
                onClick={() => once(() => takeTask(session, meeting, task))}
              >
                Action
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
