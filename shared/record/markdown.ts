import { formatClock, formatDay, formatMoment } from '../capture/due'
import { formatEstimate } from '../plan/estimate'
import { presentPeople } from './attendance'
import { raisedMap, silentWords, standingWords, topicWords } from './coverage'
import { CHAPTERS, clockOf, type Chapter, type RecordSource } from './chapters'
import { someObjected, stanceLines, standingDecisions } from './decisionWords'
import { decisionLines } from './decisions'
import { linkLines } from './linkWords'
import { inert, list, table } from './markdownText'
import type { RecordData, RecordFile } from './schema'
import { DOES_NOT_PROVE, PROVES } from './verification'
import { count, fingerprintWords, listed, statusWords, whenHeld, zoneName } from './words'

const MOST_QUOTES = 4

type Part = (source: RecordSource) => string | null

function person({ name, role }: { readonly name: string; readonly role: string }): string {
  return inert(role === '' ? name : `${name} (${role})`)
}

function quote({ text, kind, status, who }: RecordData['objections'][number]): string {
  return `${who === '' ? 'Not named' : inert(who)}, ${kind}, ${status}: ${inert(text)}`
}

function nextStep({ actions, meeting }: RecordData): string {
  const open = actions.filter(({ status }) => status === 'open')
  const due = (action: RecordData['actions'][number]) =>
    action.due === null ? Infinity : Date.parse(action.due)
  const [first] = open.toSorted((a, b) => Math.sign(due(a) - due(b)) || 0)
  if (first === undefined) return 'No open action was recorded.'
  const date = first.due === null ? 'no date' : `by ${formatMoment(first.due, meeting.timeZone)}`
  return `${inert(first.text)} (${first.owner === '' ? 'nobody yet' : inert(first.owner)}, ${date})`
}

function newDate({ plan, meeting }: RecordData): readonly string[] {
  if (plan.newDate === null) return []
  const was = plan.originalDate === null ? '' : ` (was ${formatMoment(plan.originalDate, meeting.timeZone)})`
  return [`**New date:** ${formatMoment(plan.newDate, meeting.timeZone)}${was}`]
}

function standing({ file, data }: RecordSource): string {
  const { revision, meeting } = data
  if (revision === null || file.fingerprint === null)
    return `**Status:** ${statusWords(meeting.status)}. A draft.`
  const fixed = formatMoment(revision.at, meeting.timeZone)
  return `**Revision:** ${revision.number} of ${fixed}, fixed by ${inert(revision.by.name)}`
}

const summary: Part = (source) => {
  const { data, madeAt } = source
  const { meeting, objections, decisions } = data
  const moment = meeting.startedAt ?? meeting.plannedStart ?? madeAt
  const people = presentPeople(data).map(person)
  const place = meeting.place === '' ? '' : `, ${inert(meeting.place)}`
  const positions = decisions.flatMap(({ positions: stands }, index) =>
    stands.length === 0
      ? []
      : [`**Positions on decision ${index + 1}:** ${inert(stanceLines(stands).join('. '))}`],
  )
  const decided =
    decisions.length === 0
      ? ['No decision was recorded.']
      : standingDecisions(decisions).map(({ decision: { text }, note }) =>
          note === '' ? `**${inert(text)}**` : `**${inert(text)}** (${note})`,
        )
  const lines = [
    `**Why:** ${inert(data.bottomLine)}`,
    people.length === 0
      ? 'Nobody was entered as present.'
      : `**Decided by those present:** ${listed(people)}`,
    ...positions,
    ...(objections.length === 0
      ? someObjected(decisions)
        ? []
        : ['Nobody objected or asked anything.']
      : objections.slice(0, MOST_QUOTES).map((objection) => `**Objected:** ${quote(objection)}`)),
    ...(objections.length > MOST_QUOTES
      ? [`${objections.length - MOST_QUOTES} more under ${CHAPTERS.objections}`]
      : []),
    `**Next step:** ${nextStep(data)}`,
    ...newDate(data),
    `**Held:** ${whenHeld(meeting)}${place}. All times are in ${inert(zoneName(meeting.timeZone, moment))}.`,
    standing(source),
  ]
  return list([...decided, ...lines])
}

const stakes: Part = ({ data }) =>
  data.stakes.length === 0
    ? null
    : list(data.stakes.map(({ title, text }) => `**${inert(title)}:** ${inert(text)}`))

const plan: Part = ({ data }) => {
  const { tasks, originalDate, newDate: date, rollback } = data.plan
  const moment = (iso: string | null) => (iso === null ? 'not set' : formatMoment(iso, data.meeting.timeZone))
  const dated = originalDate !== null || date !== null
  const dates = dated ? [list([`Original date: ${moment(originalDate)}`, `New date: ${moment(date)}`])] : []
  const rows = tasks.map(({ text, estimate }) => [
    inert(text),
    estimate === null ? 'not estimated' : formatEstimate(estimate),
  ])
  if (!dated && tasks.every(({ estimate }) => estimate === null)) return null
  const steps = rows.length === 0 ? [] : [table(['Step', 'Takes'], rows)]
  const back = rollback.trim() === '' ? [] : [`Way back: ${inert(rollback)}`]
  return [...dates, ...steps, ...back].join('\n\n')
}

const objections: Part = (source) => {
  const clock = clockOf(source)
  const rows = source.data.objections.map(({ at, who, kind, text, status, answer }) => [
    clock(at),
    who === '' ? 'not named' : inert(who),
    kind,
    inert(text),
    answer === null
      ? ''
      : [answer.sayFirst, answer.evidence]
          .filter((part) => part !== '')
          .map(inert)
          .join('<br>'),
    status,
  ])
  const titles = ['Time', 'Raised by', 'Kind', 'In their words', 'Answer given', 'Status']
  return rows.length === 0 ? null : table(titles, rows)
}

const coverage: Part = ({ data }) => {
  const map = raisedMap(data)
  if (map.rows.length === 0) return null
  const topics = map.topics.map((topic) => `${topic.title}: ${inert(topicWords(topic))}`)
  const rows = map.rows.map(({ name, cells }) => [inert(name), ...cells.map(standingWords)])
  const silent = silentWords(data)
  const all = [table(['Raised by', ...map.topics.map(({ title }) => title)], rows), list(topics)]
  return [...all, ...(silent === '' ? [] : [inert(silent)])].join('\n\n')
}

const decisions: Part = (source) => {
  const clock = clockOf(source)
  const rows = source.data.decisions.map((decision, index) => {
    const lines = decisionLines(source, decision).map(({ text }) => inert(text))
    const said = [`**${inert(decision.text)}**`, ...lines].join('<br>')
    return [String(index + 1), clock(decision.at), lines.length === 0 ? inert(decision.text) : said]
  })
  return rows.length === 0 ? null : table(['No.', 'Time', 'Decision'], rows)
}

const actions: Part = ({ data, madeAt }) => {
  const rows = data.actions.map(({ id, text, owner, due, status }, index) => [
    String(index + 1),
    [text, ...linkLines(data, id)].map(inert).join('<br>'),
    owner === '' ? 'nobody yet' : inert(owner),
    due === null ? 'no date' : formatMoment(due, data.meeting.timeZone),
    status === 'open' && due !== null && Date.parse(due) < Date.parse(madeAt) ? 'open, overdue' : status,
  ])
  return rows.length === 0 ? null : table(['No.', 'Action', 'Owner', 'Due', 'Status'], rows)
}

const parking: Part = (source) => {
  const clock = clockOf(source)
  const rows = source.data.parkingLot.map(({ at, text, owner }) => [
    clock(at),
    inert(text),
    owner === '' ? 'nobody yet' : inert(owner),
  ])
  return rows.length === 0 ? null : table(['Time', 'Open question', 'Owner'], rows)
}

const notes: Part = (source) => {
  const clock = clockOf(source)
  const rows = source.data.notes.map(({ at, text }) => [clock(at), inert(text)])
  return rows.length === 0 ? null : table(['Time', 'Note'], rows)
}

const followUp: Part = ({ data }) => {
  if (data.followUp === null) return null
  const { when, where, agenda } = data.followUp
  return list([
    `When: ${formatMoment(when, data.meeting.timeZone)}`,
    `Where: ${where === '' ? 'not set' : inert(where)}`,
    `About: ${agenda === '' ? 'not set' : inert(agenda)}`,
  ])
}

const checklist: Part = ({ data }) =>
  data.checklist.length === 0 || data.meeting.startedAt === null
    ? null
    : table(
        ['Line', 'Done'],
        data.checklist.map(({ text, done }) => [inert(text), done ? 'done' : 'not done']),
      )

const attendance: Part = ({ data }) => {
  const { timeZone } = data.meeting
  const rows = data.attendees.map(({ name, role, organisation, present }) => [
    inert(name),
    inert(role),
    inert(organisation),
    present
      .map(({ from, to }) => `${formatClock(from, timeZone)}–${to === null ? '' : formatClock(to, timeZone)}`)
      .join(', '),
  ])
  return rows.length === 0 ? null : table(['Name', 'Role', 'Organisation', 'There'], rows)
}

const log: Part = (source) => {
  const clock = clockOf(source)
  const rows = source.data.log.map((entry) => {
    const [time, name] = 'at' in entry ? [clock(entry.at), entry.by.name] : ['', '']
    return [time, inert(entry.what), inert(name)]
  })
  return rows.length === 0
    ? 'The meeting has not started, so nothing is logged yet.'
    : table(['Time', 'What happened', 'Written by'], rows)
}

const verification: Part = ({ file, data }) => {
  const { revision, meeting, signers } = data
  if (revision === null || file.fingerprint === null)
    return 'This is a draft. It has no fingerprint and cannot be signed; it may change until the record is finalised.'
  const given = file.signOffs.map(
    (signOff) => `Signed off by ${person(signOff)}, ${formatMoment(signOff.at, meeting.timeZone)}`,
  )
  const lines = [
    `Fingerprint: \`${fingerprintWords(file.fingerprint)}\``,
    `Log up to entry: \`${fingerprintWords(revision.head)}\``,
    ...(revision.supersedes === null ? [] : [`Supersedes: \`${fingerprintWords(revision.supersedes)}\``]),
    ...(given.length === 0 ? ['Nobody has signed off this revision.'] : given),
    `Expected to sign: ${signers.length === 0 ? 'nobody in particular' : listed(signers.map(person))}`,
  ]
  const text = [
    'This text is a copy to read and is not signed; the PDF of the record is.',
    list(lines),
    'A signature on the PDF proves:',
    list(PROVES),
    'It does not prove:',
    list(DOES_NOT_PROVE),
  ]
  return text.join('\n\n')
}

const PARTS: readonly (readonly [Chapter, Part])[] = [
  ['summary', summary],
  ['stakes', stakes],
  ['plan', plan],
  ['objections', objections],
  ['coverage', coverage],
  ['decisions', decisions],
  ['actions', actions],
  ['parking', parking],
  ['notes', notes],
  ['followUp', followUp],
  ['checklist', checklist],
  ['attendance', attendance],
  ['log', log],
  ['verification', verification],
]

function leftOutWords({ leftOut }: RecordData): readonly string[] {
  return leftOut === 0
    ? []
    : [`${count(leftOut, 'entry was', 'entries were')} left out of this record on purpose.`]
}

/**
 * A record as Markdown (CommonMark with GFM tables), in the order of its PDF: the form for screen readers and
 * text editors. Everything that people typed is inert. `madeAt` is a moment; a revision takes its own instead.
 */
export function recordMarkdown(file: RecordFile, madeAt: string): string {
  const data = file.record
  const source = { file, data, madeAt: data.revision?.at ?? madeAt }
  const day = formatDay(source.madeAt, data.meeting.timeZone)
  const which = data.revision === null ? '**DRAFT**' : `Revision ${data.revision.number}`
  const parts = PARTS.flatMap(([chapter, part]) => {
    const text = part(source)
    return text === null ? [] : [`## ${CHAPTERS[chapter]}`, text]
  })
  const head = [`# ${inert(data.meeting.title)}`, `Decision record. ${which} · ${day}`, ...leftOutWords(data)]
  return `${[...head, ...parts].join('\n\n')}\n`
}
