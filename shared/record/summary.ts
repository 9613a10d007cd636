import { formatDay, formatMoment } from '../capture/due'
import { presentPeople } from './attendance'
import type { Chapter, RecordSource } from './chapters'
import { someObjected, stanceLines, standingDecisions } from './decisionWords'
import { headlines, MOST_HEADLINES } from './headlines'
import { ACCENT, ALARM, HAIRLINE, INK, PAGE_WIDTH, QUIET, type PdfNode, type TextNode } from './pdf'
import type { RecordData } from './schema'
import { cell, COLUMN_GAP, link, quiet } from './table'
import {
  bottomLineOf,
  count,
  fingerprintWords,
  listed,
  oneLine,
  statusWords,
  whenHeld,
  zoneName,
} from './words'

const LABEL_WIDTH = 82
const LONGEST_STEP = 150
const LONGEST_QUOTE = 84
const LONGEST_NAME = 40
const LONGEST_REASON = 60
const LONGEST_LIST = 210
const LONGEST_TITLE = 160
const MOST_QUOTES = 3

/** A line of the summary: its label, which leads to a chapter where there is one, and what it says. */
type Line = { readonly label: string; readonly chapter: Chapter | null; readonly value: PdfNode }

function rule(color: string, thickness: number): PdfNode {
  const ends = { x1: 0, y1: 0, x2: PAGE_WIDTH, y2: 0 }
  return { canvas: [{ type: 'line', ...ends, lineWidth: thickness, lineColor: color }] }
}

function masthead({ data, madeAt }: RecordSource): PdfNode {
  const { revision, meeting } = data
  const kind: TextNode & { width: '*' } = {
    width: '*',
    id: 'summary',
    text: 'DECISION RECORD',
    bold: true,
    fontSize: 8.5,
    characterSpacing: 1.4,
    color: ACCENT,
  }
  const day = formatDay(madeAt, meeting.timeZone)
  const which =
    revision === null
      ? [{ text: 'DRAFT', bold: true, color: ALARM }, { text: ` · ${day}` }]
      : [{ text: `Revision ${revision.number}`, bold: true, color: INK }, { text: ` · ${day}` }]
  return {
    columnGap: 12,
    columns: [kind, { width: '*', text: which, fontSize: 8.5, color: QUIET, alignment: 'right' }],
  }
}

/** As many names as fit some lines, at least one, and how many more there are. */
function someOf(names: readonly string[]): string {
  let length = 0
  const fitting = names.filter((name, index) => {
    length += name.length + 2
    return index === 0 || length <= LONGEST_LIST
  })
  const more = names.length - fitting.length
  return listed(more > 0 ? [...fitting, `${more} more`] : fitting)
}

function decidedBy(data: RecordData): Line {
  const decided = data.decisions.length > 0
  const people = presentPeople(data).map(({ name, role }) => {
    const shortName = oneLine(name, LONGEST_NAME)
    return role === '' ? shortName : `${shortName} (${oneLine(role, LONGEST_NAME)})`
  })
  const names = decided ? `Those present: ${someOf(people)}` : someOf(people)
  return {
    label: decided ? 'Decided by' : 'Present',
    chapter: people.length === 0 ? null : 'attendance',
    value: people.length === 0 ? quiet('Nobody was entered as present.') : value(names),
  }
}

/** Where people stand on the decisions that the page shows, one line each. */
function positionsOf({ decisions }: RecordData): readonly Line[] {
  const shown = standingDecisions(decisions).slice(0, MOST_HEADLINES)
  const lines = shown.flatMap(({ number, decision }) => {
    const people = decision.positions.map(({ name, position, reason }) => {
      return { name: oneLine(name, LONGEST_NAME), position, reason: oneLine(reason, LONGEST_REASON) }
    })
    const said = stanceLines(people).join('. ')
    if (said === '') return []
    return [value(`${decisions.length > 1 ? `${number}  ` : ''}${oneLine(said, LONGEST_LIST)}`)]
  })
  return lines.length === 0 ? [] : [{ label: 'Positions', chapter: 'decisions', value: { stack: lines } }]
}

function value(text: string): TextNode {
  return cell(text, { fontSize: 10 })
}

type Objection = RecordData['objections'][number]

/** What still stands first, questions last, else in the order it was raised. */
function weight({ kind, status }: Objection): number {
  return (kind === 'question' ? 4 : 0) + (status === 'sustained' ? 0 : status === 'open' ? 1 : 2)
}

const STATUS_WIDTH = 50

function quote({ who, text, kind, status }: Objection): PdfNode {
  const unsettled = status === 'open' || status === 'sustained'
  const words = [
    { text: `${who === '' ? 'Not named' : oneLine(who, LONGEST_NAME)}: `, bold: true },
    { text: `“${oneLine(text, LONGEST_QUOTE)}”` },
    ...(kind === 'objection' ? [] : [{ text: `  ${kind}`, fontSize: 8.5, color: QUIET }]),
  ]
  const standing = { bold: unsettled, color: unsettled ? ALARM : QUIET, alignment: 'right' } as const
  return {
    columnGap: COLUMN_GAP,
    margin: [0, 0, 0, 2],
    columns: [
      { width: '*', text: words, fontSize: 10, lineHeight: 1.25 },
      { width: STATUS_WIDTH, ...quiet(status, { ...standing, margin: [0, 1, 0, 0] }) },
    ],
  }
}

/** Who objected and why, in their words; the rest is counted. */
function objected({ objections, decisions }: RecordData): readonly Line[] {
  if (objections.length === 0)
    return someObjected(decisions)
      ? []
      : [{ label: 'Objected', chapter: null, value: value('Nobody objected or asked anything.') }]
  const shown = objections.toSorted((a, b) => weight(a) - weight(b)).slice(0, MOST_QUOTES)
  const more = objections.length - shown.length
  const rest = { text: [link(`${count(more, 'more', 'more')} under Objections and answers`, 'objections')] }
  const stack = [...shown.map(quote), ...(more > 0 ? [{ ...rest, fontSize: 8.5 }] : [])]
  return [{ label: 'Objected', chapter: 'objections', value: { stack } }]
}

/** The open action that is due first; one without a date comes after all that have one. */
function nextStep({ actions, meeting }: RecordData): Line {
  const due = ({ due: date }: RecordData['actions'][number]) => (date === null ? Infinity : Date.parse(date))
  const open = actions.filter(({ status }) => status === 'open')
  const [first] = open.toSorted((a, b) => Math.sign(due(a) - due(b)) || 0)
  if (first === undefined)
    return { label: 'Next step', chapter: null, value: quiet('No open action was recorded.') }
  const owner = first.owner === '' ? 'nobody yet' : oneLine(first.owner, LONGEST_NAME)
  const date = first.due === null ? 'no date' : `by ${formatMoment(first.due, meeting.timeZone)}`
  const more = open.length > 1 ? [{ text: '  ' }, link(`and ${open.length - 1} more`, 'actions')] : []
  const stack = [
    value(oneLine(first.text, LONGEST_STEP)),
    { text: [{ text: `${owner}, ${date}`, bold: true }, ...more], fontSize: 10, lineHeight: 1.25 },
  ]
  return { label: 'Next step', chapter: 'actions', value: { stack } }
}

function newDate({ plan, meeting }: RecordData): readonly Line[] {
  if (plan.newDate === null) return []
  const was = plan.originalDate === null ? '' : `  (was ${formatMoment(plan.originalDate, meeting.timeZone)})`
  const text = [
    { text: formatMoment(plan.newDate, meeting.timeZone), bold: true },
    { text: was, color: QUIET },
  ]
  return [{ label: 'New date', chapter: 'plan', value: { text, fontSize: 10, lineHeight: 1.25 } }]
}

/** Which revision this is, and what it is known by; of a draft, how far the meeting is. */
function whichRevision({ file, data }: RecordSource): Line {
  const { revision, meeting } = data
  if (revision === null || file.fingerprint === null)
    return { label: 'Status', chapter: null, value: value(`${statusWords(meeting.status)}. A draft.`) }
  const fixed = `${revision.number} of ${formatMoment(revision.at, meeting.timeZone)}, fixed by ${oneLine(revision.by.name, LONGEST_NAME)}`
  const supersedes =
    revision.supersedes === null ? '' : `   Supersedes ${fingerprintWords(revision.supersedes, 16)} …`
  const stack = [value(fixed), quiet(`Fingerprint ${fingerprintWords(file.fingerprint, 16)} …${supersedes}`)]
  return { label: 'Revision', chapter: 'verification', value: { stack } }
}

function labelled({ label, chapter, value: said }: Line): readonly [PdfNode, PdfNode] {
  const look = { margin: [0, 1, 0, 0] } as const
  const linked = chapter === null ? {} : { linkToDestination: chapter, color: ACCENT }
  return [quiet(label, { ...look, ...linked }), said]
}

/** Page one: what was decided, why, by whom, who objected, what comes next; the whole meeting in ten seconds. */
export function summary(source: RecordSource): readonly PdfNode[] {
  const { data, madeAt } = source
  const { meeting } = data
  const moment = meeting.startedAt ?? meeting.plannedStart ?? madeAt
  const zone = `All times are in ${zoneName(meeting.timeZone, moment)}.`
  const titleSize = meeting.title.length > LONGEST_TITLE ? 9 : 11
  const place = meeting.place === '' ? '' : `, ${meeting.place}`
  const lines: readonly Line[] = [
    { label: 'Why', chapter: null, value: value(bottomLineOf(data)) },
    decidedBy(data),
    ...positionsOf(data),
    ...objected(data),
    nextStep(data),
    ...newDate(data),
    {
      label: 'Held',
      chapter: null,
      value: { stack: [value(`${whenHeld(meeting)}${place}`), quiet(zone)] },
    },
    whichRevision(source),
  ]
  return [
    masthead(source),
    { stack: [rule(ACCENT, 1.2)], margin: [0, 6, 0, 16] },
    { text: meeting.title, fontSize: titleSize, color: QUIET, lineHeight: 1.2 },
    ...headlines(data.decisions),
    { stack: [rule(HAIRLINE, 0.5)], margin: [0, 16, 0, 6] },
    {
      layout: 'plain',
      table: {
        widths: [LABEL_WIDTH, PAGE_WIDTH - LABEL_WIDTH - COLUMN_GAP],
        headerRows: 0,
        keepWithHeaderRows: 0,
        dontBreakRows: true,
        body: lines.map(labelled),
      },
    },
  ]
}
