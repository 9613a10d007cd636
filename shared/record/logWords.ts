import { formatMoment } from '../capture/due'
import type { Body, Captured, MergeEntry } from '../meeting/entries'
import type { PlanTask } from '../meeting/schema'
import { formatEstimate } from '../plan/estimate'
import { answersWords, detailsWords as decisionWords, type Naming } from './decisionWords'
import type { LogContext } from './logContext'
import { clipped, count, listed } from './words'

type BodyOf = { readonly [T in Body['type']]: Extract<Body, { type: T }> }
type Telling = { readonly [T in keyof BodyOf]: (body: BodyOf[T], context: LogContext) => string }

const LONGEST_QUOTE = 100

function whole(text: string): string {
  return `“${text.trim().replace(/\s+/g, ' ')}”`
}

/** A text that the record also prints elsewhere, in full. */
function quoted(text: string): string {
  return `“${clipped(text.trim().replace(/\s+/g, ' '), LONGEST_QUOTE)}”`
}

function nounOf(captured: Captured): string {
  switch (captured.type) {
    case 'note.captured':
      return 'note'
    case 'objection.raised':
      return captured.item.kind
    case 'decision.captured':
      return 'decision'
    case 'action.captured':
      return 'action'
    case 'parking.captured':
      return 'parking-lot item'
  }
}

function articled(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A captured text: clipped where it still stands, and so is printed in full elsewhere, else in full here. */
function itemWords({ item: { id, text } }: Captured, { texts }: LogContext): string {
  return texts.get(id) === text ? quoted(text) : whole(text)
}

function capturedWords(captured: Captured, context: LogContext): string {
  const noun = nounOf(captured)
  const hidden = context.hidden.get(captured.item.id)
  if (hidden !== undefined) return `${capitalised(articled(noun))}, ${hidden}`
  return `${capitalised(noun)}: ${itemWords(captured, context)}`
}

function editedWords({ captured, was }: BodyOf['captured.edited'], context: LogContext): string {
  const [before, now] = [nounOf(was), nounOf(captured)]
  const hidden = context.hidden.get(captured.item.id)
  if (hidden !== undefined) return `${capitalised(articled(before))} was corrected, ${hidden}`
  const change = before === now ? `${before} corrected` : `${before} turned into ${articled(now)}`
  return `${capitalised(change)}: ${itemWords(captured, context)}`
}

function goneWords(captured: Captured, done: string): string {
  return `${capitalised(articled(nounOf(captured)))} was ${done}`
}

function statusWords(id: string, noun: string, status: string, { texts, hidden }: LogContext): string {
  const why = hidden.get(id)
  if (why !== undefined) return `${capitalised(articled(noun))}, ${why}, got another status`
  return `${quoted(texts.get(id) ?? capitalised(articled(noun)))} is now ${status}`
}

/** Not what it was taken for: of what was prepared, only what was raised is public. */
function matchedWords(id: string, { texts, hidden }: LogContext): string {
  const why = hidden.get(id)
  if (why !== undefined) return `An objection, ${why}, was put with others or apart`
  return `${quoted(texts.get(id) ?? 'An objection')} was put with others or apart`
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** One end of a link. */
function endWords(id: string, { texts, hidden }: LogContext): string {
  const why = hidden.get(id)
  return why === undefined ? quoted(texts.get(id) ?? 'an entry') : `an entry, ${why}`
}

function detailsWords({ details, was }: BodyOf['meeting.detailsSet'], { meeting }: LogContext): string {
  const place = (text: string) => (text === '' ? 'none' : whole(text))
  const moment = (text: string | null) => (text === null ? 'none' : formatMoment(text, meeting.timeZone))
  const changes = [
    ['title', whole(details.title), whole(was.title)],
    ['place', place(details.place), place(was.place)],
    ['time zone', details.timeZone, was.timeZone],
    ['planned start', moment(details.plannedStart), moment(was.plannedStart)],
  ].flatMap(([name = '', now = '', before = '']) =>
    now === before ? [] : [`${name}: ${now} (was ${before})`],
  )
  return changes.length === 0 ? 'Details confirmed' : `Details changed: ${changes.join(', ')}`
}

function dateWords({ date, to, was }: BodyOf['plan.dated'], { meeting }: LogContext): string {
  const names = { start: 'Start of the plan', originalDate: 'Original date', override: 'New date' }
  const moment = (text: string | null) => (text === null ? 'none' : formatMoment(text, meeting.timeZone))
  return `${names[date]} set to ${moment(to)} (was ${moment(was)})`
}

function taskWords({ text, estimate }: PlanTask): string {
  return `${whole(text)}, ${estimate === null ? 'no estimate' : formatEstimate(estimate)}`
}

function nameOf(id: string, { meeting }: LogContext): string {
  return meeting.attendees.find((attendee) => attendee.id === id)?.name ?? 'Somebody'
}

function checklistWords({ item, done }: BodyOf['checklist.set'], { meeting }: LogContext): string {
  const text = meeting.checklist.find(({ id }) => id === item)?.text ?? 'A line'
  return `Closing checklist: ${quoted(text)} ${done ? 'done' : 'not done'}`
}

function followUpWords({ followUp }: BodyOf['followUp.set'], { meeting }: LogContext): string {
  return followUp === null
    ? 'Follow-up taken back'
    : `Follow-up set for ${formatMoment(followUp.when, meeting.timeZone)}`
}

function finalisedWords({ revision }: BodyOf['record.finalised']): string {
  const { number, leftOut, signers } = revision
  const without = leftOut.length === 0 ? '' : `, ${count(leftOut.length, 'entry', 'entries')} left out`
  const names = signers.map(({ name }) => name)
  return `Record finalised as revision ${number}${without}${names.length === 0 ? '' : `, to be signed by ${listed(names)}`}`
}

function naming(context: LogContext): Naming {
  return {
    name: (attendee) => nameOf(attendee, context),
    moment: (moment) => formatMoment(moment, context.meeting.timeZone),
    decision: (id) => {
      const text = context.hidden.has(id) ? undefined : context.texts.get(id)
      return text === undefined ? 'another decision' : quoted(text)
    },
  }
}

/** What was said about a decision; of one that is hidden, only that something was. */
function aboutDecision(
  id: string,
  done: string,
  parts: readonly string[],
  { texts, hidden }: LogContext,
): string {
  const why = hidden.get(id)
  if (why !== undefined) return `A decision, ${why}: ${done}`
  const said = parts.length === 0 ? done : `${done}, ${parts.join(', ')}`
  return `${quoted(texts.get(id) ?? 'A decision')}: ${said}`
}

function readBackWords({ decision, text, hash }: BodyOf['readBack.shown'], context: LogContext): string {
  if (context.hidden.has(decision)) return aboutDecision(decision, 'read back', [], context)
  const words = context.texts.get(decision) === text ? quoted(text) : whole(text)
  return `Read back: ${words} (SHA-256 ${hash})`
}

/** Which of them it was: a phrase that came past the reading line may not have been said. */
const PHRASE_MARKS = {
  shown: 'shown',
  heard: 'heard',
  ticked: 'ticked by hand',
  unticked: 'unticked by hand',
} as const

const script = () => 'The script was changed'
const prepared = () => 'A prepared objection was changed'

/** What each kind of entry says. Names people and plan tasks, which the room knows, and nothing private. */
const TELLING: Telling = {
  'meeting.created': () => 'Meeting created',
  'meeting.detailsSet': detailsWords,
  'meeting.started': () => 'Meeting started',
  'meeting.paused': () => 'Break',
  'meeting.resumed': () => 'Break ended',
  'meeting.ended': () => 'Meeting ended',
  'meeting.reopened': () => 'Meeting reopened',
  'settings.set': () => 'Settings changed',
  'fact.set': () => 'A prepared fact was changed',
  'plan.dated': dateWords,
  'plan.hoursSet': ({ hours }) =>
    hours === null ? 'Plan counted round the clock' : 'Plan counted in working hours',
  'attendee.added': ({ item }) => `${item.name} added to the list of people`,
  'attendee.edited': ({ item }) => `Details of ${item.name} corrected`,
  'attendee.removed': ({ item }) => `${item.name} removed from the list of people`,
  'attendee.moved': () => 'The list of people was put in another order',
  'attendee.arrived': ({ attendee }, context) => `${nameOf(attendee, context)} arrived`,
  'attendee.left': ({ attendee }, context) => `${nameOf(attendee, context)} left`,
  'attendee.presenceSet': ({ attendee }, context) => `Attendance of ${nameOf(attendee, context)} corrected`,
  'cue.added': script,
  'cue.edited': script,
  'cue.removed': script,
  'cue.moved': script,
  'expected.added': prepared,
  'expected.edited': prepared,
  'expected.removed': prepared,
  'expected.moved': prepared,
  'task.added': ({ item }) => `Plan: ${taskWords(item)}`,
  'task.edited': ({ item, was }) => `Plan: ${taskWords(item)} (was ${taskWords(was)})`,
  'task.removed': ({ item }) => `Plan: ${taskWords(item)}, removed`,
  'task.moved': () => 'The tasks of the plan were put in another order',
  'note.captured': capturedWords,
  'objection.raised': capturedWords,
  'decision.captured': capturedWords,
  'action.captured': capturedWords,
  'parking.captured': capturedWords,
  'captured.edited': editedWords,
  'captured.removed': ({ captured }) => goneWords(captured, 'removed'),
  'captured.restored': ({ captured }, context) => `Back again: ${lowered(capturedWords(captured, context))}`,
  'captured.moved': () => 'Entries were put in another order',
  'entries.linked': ({ from, to }, context) =>
    `Linked: ${endWords(from, context)} to ${endWords(to, context)}`,
  'entries.unlinked': ({ from, to }, context) =>
    `No longer linked: ${endWords(from, context)} to ${endWords(to, context)}`,
  'change.undone': ({ body }, context) =>
    body.type === 'captured.removed'
      ? goneWords(body.captured, 'taken back')
      : `${wordsOf(body, context)}, by undo`,
  'change.redone': ({ body }, context) => `${wordsOf(body, context)}, by redo`,
  'objection.statusSet': ({ objection, status }, context) =>
    statusWords(objection, 'objection', status, context),
  'objection.matched': ({ objection }, context) => matchedWords(objection, context),
  'action.statusSet': ({ action, status }, context) => statusWords(action, 'action', status, context),
  'decision.detailed': ({ decision, details, was }, context) =>
    aboutDecision(decision, 'details', decisionWords(details, was, naming(context)), context),
  'readBack.shown': readBackWords,
  'readBack.closed': ({ decision, positions, outcome, was }, context) => {
    const parts = answersWords({ positions, outcome }, was, naming(context))
    return aboutDecision(decision, 'read-back ended', parts, context)
  },
  'conflict.settled': () => 'A difference between two copies was settled',
  'response.shown': () => 'A prepared response was shown',
  'phrase.marked': ({ mark }) => `A must-say phrase was ${PHRASE_MARKS[mark]}`,
  'checklist.set': checklistWords,
  'followUp.set': followUpWords,
  'record.finalised': finalisedWords,
  'record.reopened': ({ revision }) => `Record reopened for corrections; revision ${revision} stays as it is`,
  'signOff.given': ({ signOff }) => `${signOff.name} signed off revision ${signOff.revision}`,
  'signOff.withdrawn': ({ signOff }) =>
    `${signOff.name} withdrew the sign-off of revision ${signOff.revision}`,
  'record.signed': ({ revision, signature }) => `Revision ${revision} signed by ${signature.name}`,
}

function tell<T extends keyof BodyOf>(type: T, body: BodyOf[T], context: LogContext): string {
  return TELLING[type](body, context)
}

/** What an entry says, in words that may be printed. */
export function wordsOf(body: Body | MergeEntry['body'], context: LogContext): string {
  if (body.type === 'copies.merged')
    return `Two copies of the meeting were joined${body.reopens ? ', which opened the record again' : ''}`
  return tell(body.type, body, context)
}
