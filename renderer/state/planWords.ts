import { formatMoment } from '../../shared/capture/due'
import type { Estimate, Meeting, Plan, WorkingHours } from '../../shared/meeting/schema'
import { proposedDate, totalEstimate } from '../../shared/plan/estimate'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** Hours as short as they can be said: `30 h`, `1.5 h`. */
export function hoursWords(hours: number): string {
  return `${Math.round(hours * 100) / 100} h`
}

/** The hours of all tasks together, e.g. `20–30 h`. */
export function totalWords({ min, max }: Estimate): string {
  return min === max ? hoursWords(max) : `${Math.round(min * 100) / 100}–${hoursWords(max)}`
}

/** Working days in words, runs of days drawn together: `Mon–Fri`, `Mon–Wed, Fri`. */
export function daysWords(days: readonly number[]): string {
  const name = (day: number | undefined) => DAYS[(day ?? 0) - 1] ?? ''
  const firsts = DAYS.map((_, index) => index + 1).filter(
    (day) => days.includes(day) && !days.includes(day - 1),
  )
  const runs = firsts.map((first) => {
    const end = DAYS.findIndex((_, index) => index >= first && !days.includes(index + 1))
    const last = end === -1 ? DAYS.length : end
    return last === first ? name(first) : `${name(first)}${last === first + 1 ? ', ' : '–'}${name(last)}`
  })
  return runs.join(', ')
}

function passing(hours: WorkingHours | null): string {
  return hours === null ? 'round the clock' : `${daysWords(hours.days)} ${hours.from}–${hours.to}`
}

/** When the plan begins: its own start, else the meeting's. */
export function planStart({ plan, plannedStart, startedAt }: Meeting): string | null {
  return plan.start ?? plannedStart ?? startedAt
}

/** The date that the plan's tasks lead to, whatever was set by hand. */
export function proposalOf(meeting: Meeting): string | null {
  return proposedDate(meeting.plan, planStart(meeting), meeting.timeZone)
}

/** Words that stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** How the proposed date came about, or what it takes to have one. */
export function proposalWords(meeting: Meeting): string {
  const { plan, timeZone } = meeting
  const start = planStart(meeting)
  const total = totalEstimate(plan.tasks)
  if (plan.tasks.length === 0) return 'Add the tasks, and Lectern works out the date.'
  if (total === null) {
    const open = plan.tasks.filter(({ estimate }) => estimate === null).length
    return `${open === 1 ? '1 task has' : `${open} tasks have`} no estimate yet, so there is no date.`
  }
  if (start === null) return 'Set a start, and Lectern works out the date.'
  const end = proposalOf(meeting)
  const sum = `${unbroken(formatMoment(start, timeZone))} + ${unbroken(hoursWords(total.max))}, ${passing(plan.workingHours)}`
  return end === null
    ? `${sum}: further away than Lectern counts.`
    : `${sum} = ${unbroken(formatMoment(end, timeZone))}`
}

/** A task in the picture of a plan: shares of its width, from its start to its best and its worst case. */
export type PlanBar = {
  readonly id: string
  readonly text: string
  readonly from: number
  readonly best: number
  readonly to: number
}

/** The picture of a plan in real time. `original` is where the original date lies; null when outside of it. */
export type PlanPicture = {
  readonly bars: readonly PlanBar[]
  readonly start: string
  readonly end: string
  readonly original: number | null
  readonly chosen: number | null
}

function endAfter(plan: Plan, tasks: number, best: boolean, meeting: Meeting): number {
  const upTo = plan.tasks.slice(0, tasks).map((task, index) => {
    const { estimate } = task
    const isLast = index === tasks - 1
    return best && isLast && estimate !== null
      ? { ...task, estimate: { min: estimate.min, max: estimate.min } }
      : task
  })
  const start = planStart(meeting)
  const end = tasks === 0 ? start : proposedDate({ ...plan, tasks: upTo }, start, meeting.timeZone)
  return Date.parse(end ?? '')
}

/** The plan as a picture; null while it has no date. */
export function planPicture(meeting: Meeting): PlanPicture | null {
  const { plan } = meeting
  const start = planStart(meeting)
  const end = proposalOf(meeting)
  if (start === null || end === null) return null
  const from = Date.parse(start)
  const original = plan.originalDate === null ? null : Date.parse(plan.originalDate)
  const chosen = plan.override === null ? null : Date.parse(plan.override)
  const last = Math.max(Date.parse(end), original ?? 0, chosen ?? 0)
  const share = (moment: number) => (last === from ? 0 : (moment - from) / (last - from))
  const within = (moment: number | null) => (moment === null || moment < from ? null : share(moment))
  const bars = plan.tasks.map(({ id, text }, index) => ({
    id,
    text,
    from: share(endAfter(plan, index, false, meeting)),
    best: share(endAfter(plan, index + 1, true, meeting)),
    to: share(endAfter(plan, index + 1, false, meeting)),
  }))
  return {
    bars,
    start,
    end: new Date(last).toISOString(),
    original: within(original),
    chosen: within(chosen),
  }
}
