import type { Estimate, Plan } from '../meeting/schema'
import { addWorkingMinutes } from './workingHours'

const HOUR = 3_600_000

/** A span of time in milliseconds since 1970 that a picture of a plan is drawn over. */
export type Axis = { readonly from: number; readonly to: number }

/** When a task begins, when it is done at the best and at the worst, in milliseconds since 1970. */
export type TaskSpan = { readonly from: number; readonly least: number; readonly most: number }

/** The plan as it lies in time. A task has no span where a start, its estimate or one before it is missing. */
export type Timeline = { readonly axis: Axis | null; readonly spans: readonly (TaskSpan | null)[] }

type Timed = Pick<Plan, 'start' | 'workingHours' | 'originalDate' | 'newDate'> & {
  readonly tasks: readonly { readonly estimate: Estimate | null }[]
}

/** The moment when so many hours of the plan have passed, in working hours where it has them. */
function passing({ start, workingHours }: Timed, timeZone: string): ((hours: number) => number) | null {
  if (start === null) return null
  return (hours) => {
    const worked = workingHours === null ? null : addWorkingMinutes(start, hours * 60, workingHours, timeZone)
    return worked === null ? Date.parse(start) + hours * HOUR : Date.parse(worked)
  }
}

/**
 * Lays a plan out in time: each task begins when the one before it is done at the worst, as far as that is known.
 * The axis reaches from the earliest to the latest moment of tasks and dates; it is null where that is no span of time.
 */
export function timelineOf(plan: Timed, timeZone: string): Timeline {
  const after = passing(plan, timeZone)
  let hours = 0
  let isKnown = true
  const spans = plan.tasks.map(({ estimate }) => {
    isKnown &&= estimate !== null
    if (!isKnown || estimate === null || after === null) return null
    const before = hours
    hours += estimate.max
    return { from: after(before), least: after(before + estimate.min), most: after(before + estimate.max) }
  })
  const moments = [
    ...(after === null ? [] : [after(0), after(hours)]),
    ...[plan.originalDate, plan.newDate].flatMap((moment) => (moment === null ? [] : [Date.parse(moment)])),
  ]
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  return { axis: to > from ? { from, to } : null, spans }
}
