import { apply } from '../meeting/apply'
import { isSaid, type LogEntry } from '../meeting/entries'
import { linksOf } from '../meeting/links'
import { canonicalJson, sha256Hex } from '../meeting/log'
import { publicView } from '../meeting/publicView'
import type { Meeting, Signer } from '../meeting/schema'
import { topicNumbers } from '../meeting/topics'
import { fillPublic } from '../script/fill'
import { publicLog } from './publicLog'
import type { RecordData } from './schema'

/** What record data is made of; `meeting` is what the log adds up to, `revision` null for a draft. */
export type RecordBasis = {
  readonly meeting: Meeting
  readonly log: readonly LogEntry[]
  readonly revision: RecordData['revision']
  readonly leftOut: readonly string[]
  readonly signers: readonly Pick<Signer, 'name' | 'role'>[]
}

type Answer = RecordData['objections'][number]['answer']
type Shown = { readonly at: string; readonly objection: string; readonly meeting: Meeting }

/** Every prepared response that was shown while the meeting ran, with the meeting as it was at that moment. */
function responsesShown(log: readonly LogEntry[]): readonly Shown[] {
  if (!log.some(({ body }) => body.type === 'response.shown')) return []
  const shown: Shown[] = []
  let meeting: Meeting | null = null
  for (const entry of log) {
    meeting = apply(meeting, entry)
    if (!isSaid(entry)) continue
    const { body, at } = entry
    if (body.type === 'response.shown' && meeting.startedAt !== null)
      shown.push({ at, objection: body.objection, meeting })
  }
  return shown
}

function asGiven({ at, objection, meeting }: Shown): Answer {
  const response = meeting.objections.find(({ id }) => id === objection)?.response ?? null
  if (response === null) return null
  const { sayFirst, evidence } = response
  return { at, sayFirst: fillPublic(sayFirst, meeting), evidence: fillPublic(evidence, meeting) }
}

/**
 * The answers to raised objections, by their ids: each the response that was shown first since it was raised,
 * else the last one before that answered no other (a note-taker types after the presenter heard it). In the
 * words and with the facts of that moment: what was prepared later was never read out.
 */
function answersIn(meeting: Meeting, shown: readonly Shown[]): ReadonlyMap<string, Answer> {
  const { objections } = meeting
  const given = new Set<Shown>()
  const answers = new Map<string, Answer>()
  for (const { id, prepared, at } of shown.length === 0 ? [] : objections) {
    if (at === null || prepared === null) continue
    const times = shown.filter(({ objection }) => objection === prepared)
    const since = times.find((time) => Date.parse(time.at) >= Date.parse(at))
    const told = since ?? times.findLast((time) => !given.has(time))
    if (told === undefined) continue
    given.add(told)
    answers.set(id, asGiven(told))
  }
  return answers
}

function without(meeting: Meeting, leftOut: readonly string[]): Meeting {
  const out = new Set(leftOut)
  const kept = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.filter(({ id }) => !out.has(id))
  return {
    ...meeting,
    objections: kept(meeting.objections),
    decisions: kept(meeting.decisions),
    actions: kept(meeting.actions),
    parkingLot: kept(meeting.parkingLot),
    notes: kept(meeting.notes),
  }
}

/**
 * All that a record prints, and nothing else: the public view, notes, parking lot, attendance, the answers
 * that were shown, and the public log. Depends on nothing but its source, so that a revision can be made
 * again at any time. Facts' sources and e-mail addresses never get in; what a shown response says does.
 */
export function recordData({ meeting, log, revision, leftOut, signers }: RecordBasis): RecordData {
  const kept = without(meeting, leftOut)
  const view = publicView(kept)
  const answers = answersIn(meeting, responsesShown(log))
  const raised = new Map(kept.objections.map((objection) => [objection.id, objection]))
  const topics = topicNumbers(kept.objections)
  const nameOf = (id: string | null) => meeting.attendees.find((person) => person.id === id)?.name ?? ''
  const { workingHours, start, override } = kept.plan
  return {
    meeting: {
      id: view.id,
      title: view.title,
      status: revision !== null ? 'finalised' : view.status === 'finalised' ? 'ended' : view.status,
      timeZone: view.timeZone,
      place: kept.place,
      plannedStart: kept.plannedStart,
      startedAt: view.startedAt,
      endedAt: view.endedAt,
      breaks: view.breaks,
      language: kept.playbook.language,
    },
    revision,
    bottomLine: view.bottomLine,
    stakes: view.stakes,
    plan: { ...view.plan, workingHours, start, override },
    objections: view.concerns.flatMap(({ id, at, text, who, status }) => {
      const objection = raised.get(id)
      if (objection === undefined) return []
      const topic = topics.get(id) ?? 0
      return [{ id, text, kind: objection.kind, status, at, who, topic, answer: answers.get(id) ?? null }]
    }),
    decisions: kept.decisions.map(({ positions, ...decision }) => ({
      ...decision,
      positions: positions.map(({ attendee, position, reason }) => ({
        name: nameOf(attendee),
        position,
        reason,
      })),
    })),
    actions: view.actions,
    parkingLot: kept.parkingLot.map(({ id, text, at, owner }) => ({ id, text, at, owner: nameOf(owner) })),
    notes: kept.notes.map(({ id, text, at }) => ({ id, text, at })),
    links: linksOf(kept).map(({ from, to }) => ({ from, to })),
    attendees: kept.attendees.map(({ name, role, organisation, present }) => ({
      name,
      role,
      organisation,
      present: present.map(({ from, to }) => ({ from, to })),
    })),
    followUp: kept.followUp,
    checklist: kept.checklist.map(({ text, done }) => ({ text, done })),
    signers: signers.map(({ name, role }) => ({ name, role })),
    leftOut: leftOut.length,
    log: publicLog(meeting, log, leftOut),
  }
}

/** The fingerprint of record data: SHA-256 of its canonical JSON (RFC 8785), in hexadecimal. */
export function fingerprintOf(data: RecordData): string {
  return sha256Hex(canonicalJson(data))
}
