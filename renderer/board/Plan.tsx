import type { PublicView } from '../../shared/meeting/publicView'
import { formatEstimate } from '../../shared/plan/estimate'
import { timelineOf, type Axis, type TaskSpan } from '../../shared/plan/timeline'
import { Calendar } from './Calendar'
import { dayAndTime } from './format'
import { PagedList } from './PagedList'
import { shareOf, useShares } from './useShares'

type Task = PublicView['plan']['tasks'][number]

type Props = Pick<PublicView, 'plan' | 'timeZone'> & {
  /** Whether there is room for the line that says how to get back. */
  readonly room: boolean
  readonly still: boolean
}

/** The way to the new date: one bar a task on a calendar, where the old date and the new one are marked. */
export function Plan({ plan, timeZone, room, still }: Props) {
  const { tasks, originalDate, newDate, rollback } = plan
  if (tasks.every((task) => task.estimate === null) && newDate === null && originalDate === null) return null
  const { axis, spans } = timelineOf(plan, timeZone)
  const items = tasks.map((task, index) => ({
    id: task.id,
    stamp: JSON.stringify(task),
    content: <PlanRow task={task} axis={axis} span={spans[index] ?? null} />,
  }))
  const back = { id: 'rollback', stamp: rollback, content: <Rollback text={rollback} /> }
  return (
    <div className="plan" data-drawn={axis !== null}>
      {axis !== null && <Calendar plan={plan} axis={axis} timeZone={timeZone} />}
      <PagedList
        className="plan-tasks"
        name="Plan"
        items={room && rollback !== '' ? [...items, back] : items}
        still={still}
      />
      <Dates originalDate={originalDate} newDate={newDate} timeZone={timeZone} />
    </div>
  )
}

function Rollback({ text }: { readonly text: string }) {
  return (
    <span className="way-back">
      <span className="date-word">Way back</span> {text}
    </span>
  )
}

type RowProps = { readonly task: Task; readonly axis: Axis | null; readonly span: TaskSpan | null }

/** A task with its estimate, and its bar on the calendar: solid up to its best case, light up to its worst. */
function PlanRow({ task: { text, estimate }, axis, span }: RowProps) {
  return (
    <span className="task">
      <span>{text}</span>
      <span className="task-hours">{estimate === null ? 'no estimate yet' : formatEstimate(estimate)}</span>
      <span className="track">{axis !== null && span !== null && <Bar axis={axis} span={span} />}</span>
    </span>
  )
}

function Bar({ axis, span }: { readonly axis: Axis; readonly span: TaskSpan }) {
  const ref = useShares({
    from: shareOf(axis, span.from),
    least: shareOf(axis, span.least),
    most: shareOf(axis, span.most),
  })
  return <span className="bar" ref={ref} aria-hidden="true" />
}

type DatesProps = Pick<PublicView['plan'], 'originalDate' | 'newDate'> & {
  readonly timeZone: string
}

/** The old date struck out, and the new one, each with the shape that marks it on the calendar. */
function Dates({ originalDate, newDate, timeZone }: DatesProps) {
  const moved =
    originalDate !== null && (newDate === null || Date.parse(originalDate) !== Date.parse(newDate))
  return (
    <p className="dates">
      {moved && (
        <span className="old-date">
          <span className="mark" aria-hidden="true">
            ◇
          </span>{' '}
          <span className="date-word">was </span>
          <s>{dayAndTime(originalDate, timeZone)}</s>
        </span>
      )}
      <span className="new-date">
        <span className="mark" aria-hidden="true">
          ◆
        </span>{' '}
        <span className="date-word">{newDate === null ? 'new date ' : moved ? 'now ' : ''}</span>
        <strong>{newDate === null ? 'to be agreed' : dayAndTime(newDate, timeZone)}</strong>
      </span>
    </p>
  )
}
