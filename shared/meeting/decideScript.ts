import type { Cue } from '../playbook/schema'
import { accept, refuse, type Result } from '../result'
import type { Command, ExpectedFields } from './commands'
import type { DecideContext } from './decideCapture'
import type { Body } from './entries'
import { asTyped, oneLine } from './normal'
import type { Meeting, Objection } from './schema'
import { cueChanged, expectedChanged } from './seen'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Expected = Extract<Body, { type: 'expected.added' }>['item']

const NO_CUE = 'That cue is no longer in the script.'
const NO_OBJECTION = 'That objection is no longer prepared.'

function cleanedCue(meeting: Meeting, cue: Cue): Result<Cue> {
  const heading = oneLine(cue.heading)
  const agenda = oneLine(cue.agenda)
  if (heading === '') return refuse('empty', 'Give the cue a heading; only you see it.', 'heading')
  if (agenda === '') return refuse('empty', 'Give the cue an agenda title; the room sees it.', 'agenda')
  if (cue.kind === 'slot') {
    return meeting.objections.some((objection) => objection.id === cue.objection && objection.at === null)
      ? accept({ ...cue, heading, agenda })
      : refuse('unknown', NO_OBJECTION, 'objection')
  }
  const text = asTyped(cue.text)
  const mustSay = cue.mustSay.map(oneLine).filter((phrase) => phrase !== '')
  const stray = mustSay.find((phrase) => !text.includes(phrase))
  if (stray !== undefined) {
    return refuse(
      'mustSay',
      `“${stray}” is not in the text of this cue, so it could never be read aloud.`,
      'mustSay',
    )
  }
  return accept({ ...cue, heading, agenda, text, mustSay })
}

/** A cue joins the script. */
export function addCue(meeting: Meeting, command: Of<'addCue'>, id: string): Result<Body> {
  const item = cleanedCue(meeting, { ...command.cue, id })
  const position = Math.min(command.position, meeting.script.length)
  return item.ok ? accept({ type: 'cue.added', item: item.value, position }) : item
}

/** A cue of the script changes; a slot stays a slot. */
export function editCue(
  meeting: Meeting,
  command: Of<'editCue'>,
  { history }: Pick<DecideContext, 'history'>,
): Result<Body> {
  const was = meeting.script.find((cue) => cue.id === command.cue.id)
  if (was === undefined || was.kind !== command.cue.kind) return refuse('unknown', NO_CUE)
  const other = cueChanged(command.seen, was, history)
  if (other !== null) return other
  const item = cleanedCue(meeting, command.cue)
  return item.ok ? accept({ type: 'cue.edited', item: item.value, was }) : item
}

/** A cue leaves the script; the last one stays. */
export function removeCue(meeting: Meeting, id: string): Result<Body> {
  const position = meeting.script.findIndex((cue) => cue.id === id)
  const item = meeting.script[position]
  if (item === undefined) return refuse('unknown', NO_CUE)
  if (meeting.script.length === 1) return refuse('last', 'A script needs at least one cue.')
  return accept({ type: 'cue.removed', item, position })
}

/** A cue moves to another place in the script; a place past the end is the end. */
export function moveCue(meeting: Meeting, command: Of<'moveCue'>): Result<Body> {
  const was = meeting.script.findIndex((cue) => cue.id === command.cue)
  if (was === -1) return refuse('unknown', NO_CUE)
  const to = Math.min(command.to, meeting.script.length - 1)
  return to === was
    ? refuse('same', 'It is there already.')
    : accept({ type: 'cue.moved', id: command.cue, to, was })
}

function isExpected(objection: Objection): objection is Expected {
  return objection.at === null
}

function findExpected(meeting: Meeting, id: string): Expected | undefined {
  return meeting.objections.filter(isExpected).find((objection) => objection.id === id)
}

function expectedFrom(meeting: Meeting, id: string, fields: ExpectedFields): Result<Expected> {
  const text = oneLine(fields.text)
  if (text === '') return refuse('empty', 'Write the objection in the words you expect to hear.', 'text')
  const taken = meeting.objections.find(
    (other) => other.id !== id && other.at === null && other.key === fields.key,
  )
  if (fields.key !== null && taken !== undefined) {
    return refuse('key', `Key ${fields.key} already shows the answer to “${taken.text}”.`, 'key')
  }
  const response = {
    sayFirst: asTyped(fields.response.sayFirst),
    evidence: asTyped(fields.response.evidence),
    questionBack: asTyped(fields.response.questionBack),
    doNotSay: asTyped(fields.response.doNotSay),
  }
  const { kind, key } = fields
  const keywords = fields.keywords.map(oneLine).filter((word) => word !== '')
  return accept({
    id,
    text,
    at: null,
    kind,
    who: null,
    role: oneLine(fields.role),
    keywords,
    key,
    response,
    status: 'open',
    prepared: null,
  })
}

/** An objection somebody is expected to raise joins the prepared ones. */
export function addExpected(meeting: Meeting, command: Of<'addExpected'>, id: string): Result<Body> {
  const item = expectedFrom(meeting, id, command.objection)
  return item.ok
    ? accept({ type: 'expected.added', item: item.value, position: meeting.objections.length })
    : item
}

/** A prepared objection or its response changes. */
export function editExpected(
  meeting: Meeting,
  command: Of<'editExpected'>,
  { history }: Pick<DecideContext, 'history'>,
): Result<Body> {
  const was = findExpected(meeting, command.id)
  if (was === undefined) return refuse('unknown', NO_OBJECTION)
  const other = expectedChanged(command.seen, was, history)
  if (other !== null) return other
  const item = expectedFrom(meeting, was.id, command.objection)
  return item.ok ? accept({ type: 'expected.edited', item: item.value, was }) : item
}

/** A prepared objection is dropped, unless a slot of the script waits for it. */
export function removeExpected(meeting: Meeting, id: string): Result<Body> {
  const item = findExpected(meeting, id)
  if (item === undefined) return refuse('unknown', NO_OBJECTION)
  const slot = meeting.script.find((cue) => cue.kind === 'slot' && cue.objection === id)
  if (slot !== undefined) {
    return refuse('used', `The cue “${slot.heading}” waits for this objection. Remove that cue first.`)
  }
  return accept({
    type: 'expected.removed',
    item,
    position: meeting.objections.findIndex((other) => other.id === id),
  })
}

/** A prepared objection moves to another place among the objections. */
export function moveExpected(meeting: Meeting, command: Of<'moveExpected'>): Result<Body> {
  const was = meeting.objections.findIndex(
    (objection) => objection.id === command.objection && objection.at === null,
  )
  if (was === -1) return refuse('unknown', NO_OBJECTION)
  const to = Math.min(command.to, meeting.objections.length - 1)
  return to === was
    ? refuse('same', 'It is there already.')
    : accept({ type: 'expected.moved', id: command.objection, to, was })
}
