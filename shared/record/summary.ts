import { formatDay, formatMoment } from '../capture/due'
import type { PublicView } from '../meeting/publicView'
import { presentPeople } from './attendance'
import { ACCENT, ALARM, HAIRLINE, INK, PAGE_WIDTH, QUIET, type PdfNode, type TextNode } from './pdf'
import type { RecordSource } from './sections'
import { cell, quiet } from './table'
import { clipped, count, listed, statusWords, whenHeld, zoneName } from './words'

const LABEL_WIDTH = 82
const LONGEST_HEADLINE = 260
const MOST_HEADLINES = 4
const MOST_NAMES = 12

function rule(color: string, thickness: number): PdfNode {
  const line = {
    type: 'line',
    x1: 0,
    y1: 0,
    x2: PAGE_WIDTH,
    y2: 0,
    lineWidth: thickness,
    lineColor: color,
  } as const
  return { canvas: [line] }
}

function masthead(draft: boolean, day: string): PdfNode {
  const kind: TextNode & { width: '*' } = {
    width: '*',
    text: 'DECISION RECORD',
    bold: true,
    fontSize: 8.5,
    characterSpacing: 1.4,
    color: ACCENT,
  }
  const revision = draft
    ? [{ text: 'DRAFT', bold: true, color: ALARM }, { text: ` · ${day}` }]
    : [{ text: day }]
  return {
    columnGap: 12,
    columns: [kind, { width: '*', text: revision, fontSize: 8.5, color: QUIET, alignment: 'right' }],
  }
}

/** Shorter headlines are larger, so that the summary keeps to one page. */
function headlineSize(longest: number, decisions: number): number {
  if (decisions === 1 && longest <= 90) return 23
  if (decisions <= 2 && longest <= 160) return 17
  return 13
}

/** The decisions as the loudest thing of the page; what does not fit is in full under Decisions. */
function headlines(decisions: PublicView['decisions']): readonly PdfNode[] {
  if (decisions.length === 0) {
    return [
      { text: 'No decision was recorded.', fontSize: 18, bold: true, color: QUIET, margin: [0, 6, 0, 0] },
    ]
  }
  const shown = decisions
    .slice(0, MOST_HEADLINES)
    .map(({ text }) => clipped(text.replace(/\s+/g, ' '), LONGEST_HEADLINE))
  const fontSize = headlineSize(Math.max(...shown.map((text) => text.length)), shown.length)
  const more = decisions.length - shown.length
  return [
    ...shown.map((text, index): TextNode => ({
      text: shown.length === 1 ? text : [{ text: `${index + 1}  `, color: ACCENT }, { text }],
      fontSize,
      bold: true,
      lineHeight: 1.15,
      color: INK,
      margin: [0, index === 0 ? 6 : 4, 0, 0],
    })),
    ...(more > 0
      ? [quiet(`and ${count(more, 'more decision')}, listed under Decisions`, { margin: [0, 4, 0, 0] })]
      : []),
  ]
}

function objected(view: PublicView): string {
  const { concerns } = view
  if (concerns.length === 0) return 'Nobody'
  const statuses = ['answered', 'open', 'sustained', 'deferred'] as const
  const counts = statuses
    .map((status) => ({ status, number: concerns.filter((concern) => concern.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${number} ${status}`)
  const names = [...new Set(concerns.map(({ who }) => who).filter((who) => who !== ''))]
  const by = names.length === 0 ? '' : ` by ${named(names)}`
  return `${concerns.length} raised${by}: ${listed(counts)}`
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES)
  const more = names.length - shown.length
  return listed(more > 0 ? [...shown, `${more} more`] : shown)
}

/** The open action that is due first; one without a date comes after all that have one. */
function nextStep(view: PublicView): string {
  const due = (action: PublicView['actions'][number]) =>
    action.due === null ? Infinity : Date.parse(action.due)
  const [first] = view.actions
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => Math.sign(due(a) - due(b)) || 0)
  if (first === undefined) return 'None recorded'
  const owner = first.owner === '' ? 'nobody yet' : first.owner
  const date = first.due === null ? 'no date' : `by ${formatMoment(first.due, view.timeZone)}`
  return `${clipped(first.text, LONGEST_HEADLINE)} (${owner}, ${date})`
}

function newDate({ plan, timeZone }: PublicView): readonly [string, string][] {
  if (plan.newDate === null) return []
  const was = plan.originalDate === null ? '' : ` (was ${formatMoment(plan.originalDate, timeZone)})`
  return [['New date', `${formatMoment(plan.newDate, timeZone)}${was}`]]
}

function present(source: RecordSource): string {
  const people = presentPeople(source.meeting).map(({ name, role }) =>
    role === '' ? name : `${name} (${role})`,
  )
  return people.length === 0 ? 'Nobody entered' : named(people)
}

function labelled([label, value]: readonly [string, string]): readonly [PdfNode, PdfNode] {
  return [quiet(label, { margin: [0, 1, 0, 0] }), cell(value, { fontSize: 10 })]
}

/** Page one: what was decided, why, who was there, what comes next; the whole meeting in ten seconds. */
export function summary(source: RecordSource, draft: boolean): readonly PdfNode[] {
  const { view, meeting, madeAt } = source
  const moment = view.startedAt ?? meeting.plannedStart ?? madeAt
  const day = formatDay(moment, view.timeZone)
  const lines: readonly (readonly [string, string])[] = [
    ['Why', view.bottomLine],
    ['Present', present(source)],
    ['Objected', objected(view)],
    ['Next step', nextStep(view)],
    ...newDate(view),
    ['Held', `${whenHeld(meeting)}${meeting.place === '' ? '' : `, ${meeting.place}`}`],
    ['Status', `${statusWords(view.status)}. All times are in ${zoneName(view.timeZone, moment)}.`],
  ]
  return [
    masthead(draft, day),
    { stack: [rule(ACCENT, 1.2)], margin: [0, 6, 0, 16] },
    { text: view.title, fontSize: 11, color: QUIET, lineHeight: 1.2 },
    ...headlines(view.decisions),
    { stack: [rule(HAIRLINE, 0.5)], margin: [0, 16, 0, 6] },
    {
      layout: 'plain',
      table: {
        widths: [LABEL_WIDTH, PAGE_WIDTH - LABEL_WIDTH - 12],
        headerRows: 0,
        keepWithHeaderRows: 0,
        dontBreakRows: false,
        body: lines.map(labelled),
      },
    },
  ]
}
