import { formatMoment } from '../capture/due'
import type { Estimate, Plan, WorkingHours } from '../meeting/schema'
import { formatEstimate } from '../plan/estimate'
import { addWorkingMinutes } from '../plan/workingHours'
import type { ChapterMaker } from './chapters'
import { ACCENT, ALARM, HAIRLINE, PALE_ACCENT, QUIET, type PdfNode, type Stroke, type TableCell } from './pdf'
import type { RecordData } from './schema'
import { cell, heading, quiet, section, type Column } from './table'
import { listed } from './words'

const BAR_WIDTH = 190
const BAR_HEIGHT = 7
const HALF_DIAMOND = 4.5
const HOUR = 3_600_000

/** A span of time in milliseconds since 1970, drawn `BAR_WIDTH` wide. */
type Axis = { readonly from: number; readonly to: number }

/** Where a moment lies in the drawing; a diamond at either end still fits. */
function position(axis: Axis, moment: number): number {
  return HALF_DIAMOND + ((moment - axis.from) / (axis.to - axis.from)) * (BAR_WIDTH - 2 * HALF_DIAMOND)
}

function rect(x: number, width: number, color: string): Stroke {
  return { type: 'rect', x, y: 3, w: Math.max(1, width), h: BAR_HEIGHT, color }
}

function diamond(x: number, color: string): Stroke {
  const middle = 6.5
  const points = [
    { x, y: middle - HALF_DIAMOND },
    { x: x + HALF_DIAMOND, y: middle },
    { x, y: middle + HALF_DIAMOND },
    { x: x - HALF_DIAMOND, y: middle },
  ]
  return { type: 'polyline', closePath: true, points, color }
}

/** The moment (milliseconds) when so many hours of the plan have passed, in working hours where it has them. */
type After = (hours: number) => number

/** One task on the axis, begun after `before` hours: sure hours dark, the rest of its range pale. */
function bar(axis: Axis, after: After, before: number, estimate: Estimate): PdfNode {
  const [from, least, most] = [0, estimate.min, estimate.max].map((hours) =>
    position(axis, after(before + hours)),
  )
  const [x = 0, sure = 0, end = 0] = [from, least, most]
  const ground: Stroke = {
    type: 'line',
    x1: 0,
    y1: 6.5,
    x2: BAR_WIDTH,
    y2: 6.5,
    lineWidth: 0.5,
    lineColor: HAIRLINE,
  }
  const strokes = [ground, rect(x, end - x, PALE_ACCENT), ...(sure > x ? [rect(x, sure - x, ACCENT)] : [])]
  return { canvas: strokes, margin: [0, 2, 0, 0] }
}

function milestones(axis: Axis, plan: Plan): PdfNode {
  const { originalDate, newDate } = plan
  const line: Stroke = {
    type: 'line',
    x1: 0,
    y1: 6.5,
    x2: BAR_WIDTH,
    y2: 6.5,
    lineWidth: 1,
    lineColor: QUIET,
  }
  const marks = [
    ...(originalDate === null ? [] : [diamond(position(axis, Date.parse(originalDate)), ALARM)]),
    ...(newDate === null ? [] : [diamond(position(axis, Date.parse(newDate)), ACCENT)]),
  ]
  return { canvas: [line, ...marks], margin: [0, 2, 0, 0] }
}

function startOf({ plan, meeting }: RecordData): string | null {
  return plan.start ?? meeting.plannedStart ?? meeting.startedAt
}

function passing(data: RecordData): After | null {
  const start = startOf(data)
  if (start === null) return null
  const { plan, meeting } = data
  const { workingHours } = plan
  return (hours) => {
    const worked =
      workingHours === null ? null : addWorkingMinutes(start, hours * 60, workingHours, meeting.timeZone)
    return worked === null ? Date.parse(start) + hours * HOUR : Date.parse(worked)
  }
}

/** From the earliest to the latest moment of the plan; null where that is no span of time. */
function axisOf(after: After | null, plan: Plan): Axis | null {
  const hours = plan.tasks.reduce((sum, { estimate }) => sum + (estimate?.max ?? 0), 0)
  const moments = [
    ...(after === null ? [] : [after(0), after(hours)]),
    ...[plan.originalDate, plan.newDate].flatMap((moment) => (moment === null ? [] : [Date.parse(moment)])),
  ]
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  return to > from ? { from, to } : null
}

function taskRows(plan: Plan, after: After | null, axis: Axis | null): readonly TableCell[][] {
  let hours = 0
  return plan.tasks.map(({ text, estimate }) => {
    const from = hours
    hours += estimate?.max ?? 0
    const drawn = axis !== null && after !== null && estimate !== null
    return [
      cell(text),
      estimate === null ? quiet('not estimated') : cell(formatEstimate(estimate)),
      drawn ? bar(axis, after, from, estimate) : quiet(''),
    ]
  })
}

function dates({ originalDate, newDate }: Plan, timeZone: string): PdfNode {
  const dated = (color: string, label: string, moment: string | null): PdfNode => ({
    columnGap: 6,
    columns: [
      { width: 10, canvas: [diamond(HALF_DIAMOND, color)] },
      { width: 70, ...quiet(label, { fontSize: 9.5 }) },
      { width: '*', ...cell(moment === null ? 'not set' : formatMoment(moment, timeZone), { bold: true }) },
    ],
  })
  return { stack: [dated(ALARM, 'Original date', originalDate), dated(ACCENT, 'New date', newDate)] }
}

/** A plan of up to this many tasks stays on one page. */
const MOST_TOGETHER = 12

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function hoursWords(hours: WorkingHours | null): string {
  if (hours === null) return 'round the clock'
  const days = hours.days.toSorted((a, b) => a - b).map((day) => DAYS[day - 1] ?? '')
  return `in working hours (${listed(days)}, ${hours.from} to ${hours.to})`
}

/** When the plan starts and how its hours count, and the way back should it fail. */
function conditions(data: RecordData): readonly PdfNode[] {
  const { plan, meeting } = data
  const start = startOf(data)
  const estimated = plan.tasks.some(({ estimate }) => estimate !== null)
  const counted = `counted ${hoursWords(plan.workingHours)}`
  const from = start === null ? '' : `From ${formatMoment(start, meeting.timeZone)}, `
  return [
    ...(estimated && start !== null ? [quiet(`${from}${counted}.`, { margin: [0, 6, 0, 0] })] : []),
    ...(plan.rollback === ''
      ? []
      : [
          {
            text: [{ text: 'Rollback  ', bold: true }, { text: plan.rollback }],
            fontSize: 9.5,
            lineHeight: 1.25,
            margin: [0, 6, 0, 0],
          } as const,
        ]),
  ]
}

/** The plan: the original and the new date, and each task with its range of hours on one line of time. */
export const planSection: ChapterMaker = ({ data }) => {
  const { plan } = data
  const { timeZone } = data.meeting
  const dated = plan.originalDate !== null || plan.newDate !== null
  if (!dated && plan.tasks.every(({ estimate }) => estimate === null) && plan.rollback === '') return []
  const after = passing(data)
  const axis = axisOf(after, plan)
  if (plan.tasks.length === 0) {
    const stack = [heading('plan'), ...(dated ? [dates(plan, timeZone)] : [])]
    return [{ unbreakable: true, margin: [0, 22, 0, 0], stack }, ...conditions(data)]
  }
  const columns: readonly Column[] = [
    { title: 'Step', width: 'rest' },
    { title: 'Takes', width: 82 },
    { title: axis === null ? '' : 'Dark: at least. Pale: at most.', width: BAR_WIDTH },
  ]
  const total: readonly TableCell[] = [
    { ...dates(plan, timeZone), colSpan: 2 },
    {},
    axis === null ? quiet('') : milestones(axis, plan),
  ]
  const table = section('plan', columns, [...taskRows(plan, after, axis), ...(dated ? [total] : [])])
  const whole: PdfNode =
    plan.tasks.length <= MOST_TOGETHER
      ? { unbreakable: true, margin: [0, 22, 0, 0], stack: [{ ...table, margin: [0, 0, 0, 0] }] }
      : table
  return [whole, ...conditions(data)]
}
