import { formatMoment } from '../capture/due'
import type { Plan, WorkingHours } from '../meeting/schema'
import { formatEstimate } from '../plan/estimate'
import { timelineOf, type Axis, type TaskSpan, type Timeline } from '../plan/timeline'
import type { ChapterMaker } from './chapters'
import { ACCENT, ALARM, HAIRLINE, PALE_ACCENT, QUIET, type PdfNode, type Stroke, type TableCell } from './pdf'
import type { RecordData } from './schema'
import { cell, heading, quiet, section, type Column } from './table'
import { listed } from './words'

const BAR_WIDTH = 190
const BAR_HEIGHT = 7
const HALF_DIAMOND = 4.5

/** Where a moment lies in the drawing, `BAR_WIDTH` wide; a diamond at either end still fits. */
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

/** One task on the axis: sure hours dark, the rest of its range pale. */
function bar(axis: Axis, { from, least, most }: TaskSpan): PdfNode {
  const [x, sure, end] = [position(axis, from), position(axis, least), position(axis, most)]
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

function taskRows(plan: Plan, { axis, spans }: Timeline): readonly TableCell[][] {
  return plan.tasks.map(({ text, estimate }, index) => {
    const span = spans[index] ?? null
    return [
      cell(text),
      estimate === null ? quiet('not estimated') : cell(formatEstimate(estimate)),
      axis !== null && span !== null ? bar(axis, span) : quiet(''),
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
  const timeline = timelineOf({ ...plan, start: startOf(data) }, timeZone)
  const { axis } = timeline
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
  const table = section('plan', columns, [...taskRows(plan, timeline), ...(dated ? [total] : [])])
  const whole: PdfNode =
    plan.tasks.length <= MOST_TOGETHER
      ? { unbreakable: true, margin: [0, 22, 0, 0], stack: [{ ...table, margin: [0, 0, 0, 0] }] }
      : table
  return [whole, ...conditions(data)]
}
