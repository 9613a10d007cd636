import { useLayoutEffect, useRef } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { formatEstimate, totalEstimate } from '../../shared/plan/estimate'
import { dayAndTime } from './format'
import { PagedList } from './PagedList'

type Task = PublicView['plan']['tasks'][number]

type Props = Pick<PublicView, 'plan' | 'timeZone'> & {
  /** Whether there is room for the line that says how to get back. */
  readonly room: boolean
  readonly still: boolean
}

/** The way to the new date: one bar a task, after each other, and the old date struck out beside the new one. */
export function Plan({ plan, timeZone, room, still }: Props) {
  const { tasks, originalDate, newDate, rollback } = plan
  if (tasks.every((task) => task.estimate === null) && newDate === null && originalDate === null) return null
  const total = totalEstimate(tasks)?.max ?? null
  const moved =
    originalDate !== null && (newDate === null || Date.parse(originalDate) !== Date.parse(newDate))
  const items = tasks.map((task, index) => ({
    id: task.id,
    stamp: JSON.stringify(task),
    content: <PlanRow task={task} start={sum(tasks.slice(0, index))} total={total} />,
  }))
  const back = { id: 'rollback', stamp: rollback, content: <Rollback text={rollback} /> }
  return (
    <div className="plan">
      <PagedList
        className="row plan-tasks"
        name="Plan"
        items={room && rollback !== '' ? [...items, back] : items}
        still={still}
      />
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
    </div>
  )
}

function Rollback({ text }: { readonly text: string }) {
  return (
    <>
      <span className="date-word">Way back</span> {text}
    </>
  )
}

type RowProps = { readonly task: Task; readonly start: number; readonly total: number | null }

/** A task with its estimate, and its bar on the scale of the whole plan. */
function PlanRow({ task, start, total }: RowProps) {
  const { text, estimate } = task
  return (
    <span className="task">
      <span>{text}</span>
      <span className="task-hours">{estimate === null ? 'no estimate yet' : formatEstimate(estimate)}</span>
      {total !== null && estimate !== null && (
        <Bar start={start / total} min={estimate.min / total} max={estimate.max / total} />
      )}
    </span>
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
