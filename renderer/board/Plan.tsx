import { useLayoutEffect, useRef } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { formatEstimate, totalEstimate } from '../../shared/plan/estimate'
import { dayAndTime } from './format'

type Task = PublicView['plan']['tasks'][number]

/** So many tasks are drawn; the others are counted in a line of words. */
const DRAWN = 3

/** A longer plan leaves no room for the line that says how to get back. */
const LEAVING_ROOM = 2

type Props = Pick<PublicView, 'plan' | 'timeZone'> & {
  /** Whether there is room for the line that says how to get back. */
  readonly room: boolean
}

/** The way to the new date: one bar a task, after each other, and the old date struck out beside the new one. */
export function Plan({ plan, timeZone, room }: Props) {
  const { tasks, originalDate, newDate, rollback } = plan
  if (tasks.every((task) => task.estimate === null) && newDate === null && originalDate === null) return null
  const total = totalEstimate(tasks)?.max ?? null
  const moved =
    originalDate !== null && (newDate === null || Date.parse(originalDate) !== Date.parse(newDate))
  const drawn = tasks.length > DRAWN ? tasks.slice(0, DRAWN - 1) : tasks
  const starts = drawn.map((_, index) => sum(tasks.slice(0, index)))
  return (
    <section className="plan">
      <h2>Plan</h2>
      <ul className="tasks" aria-label="Plan">
        {drawn.map((task, index) => (
          <li key={task.id}>
            <span className="task-text">{task.text}</span>
            <span className="task-hours">
              {task.estimate === null ? 'no estimate yet' : formatEstimate(task.estimate)}
            </span>
            {total === null || task.estimate === null ? (
              <span />
            ) : (
              <Bar
                start={(starts[index] ?? 0) / total}
                min={task.estimate.min / total}
                max={task.estimate.max / total}
              />
            )}
          </li>
        ))}
        {drawn.length < tasks.length && (
          <li>
            <span className="more-tasks">and {tasks.length - drawn.length} more tasks</span>
          </li>
        )}
      </ul>
      <p className="dates">
        {moved && (
          <span className="old-date">
            <span className="date-word">was </span>
            <s>{dayAndTime(originalDate, timeZone)}</s>
          </span>
        )}
        <span className="new-date">
          <span className="date-word">{newDate === null ? 'new date ' : moved ? 'now ' : ''}</span>
          <strong>{newDate === null ? 'to be agreed' : dayAndTime(newDate, timeZone)}</strong>
        </span>
      </p>
      {room && rollback !== '' && tasks.length <= LEAVING_ROOM && (
        <p className="rollback">
          <span className="date-word">Way back</span> {rollback}
        </p>
      )}
    </section>
  )
}

function sum(tasks: readonly Task[]): number {
  return tasks.reduce((hours, task) => hours + (task.estimate?.max ?? 0), 0)
}

/** A bar of a task: solid up to its best case, light up to its worst. Shares of the whole plan's width. */
function Bar({ start, min, max }: { readonly start: number; readonly min: number; readonly max: number }) {
  const ref = useRef<HTMLSpanElement | null>(null)
  useLayoutEffect(() => {
    ref.current?.style.setProperty('--start', String(start))
    ref.current?.style.setProperty('--min', String(min))
    ref.current?.style.setProperty('--max', String(max))
  }, [start, min, max])
  return <span className="bar" ref={ref} aria-hidden="true" />
}
