import type { Command, ExpectedFields } from '../../shared/meeting/commands'
import { FIRST_SETTINGS } from '../../shared/meeting/newMeeting'
import type { Meeting } from '../../shared/meeting/schema'
import type { Asked } from './asked'
import { idOf } from './meetings'

/** Stands in every private text of the commands below, and nowhere else. */
export const MARK = 'zzprivate'
/** Stands in every public text of them. */
export const SEEN = 'zzpublic'

const secret = (what: string) => `${MARK} ${what}`
const seen = (what: string) => `${SEEN} ${what}`

const WHEN = '2030-11-27T15:00:00.000+01:00'
const NOBODY = idOf(999_999)

const person = (name: string) => ({
  name: seen(name),
  role: secret('role'),
  organisation: secret('organisation'),
  email: `${MARK}@x.example`,
})
const expected: ExpectedFields = {
  kind: 'objection',
  text: secret('expected'),
  role: secret('role'),
  keywords: [secret('keyword')],
  key: 9,
  response: {
    sayFirst: secret('say first'),
    evidence: secret('evidence'),
    questionBack: secret('question back'),
    doNotSay: secret('do not say'),
  },
}
const spoken = (what: string) => ({
  kind: 'spoken' as const,
  heading: secret('heading'),
  agenda: seen(`agenda ${what}`),
  text: `[${MARK} direction] ${secret('said')}`,
  mustSay: [secret('said')],
  tips: [],
  timebox: 2,
})
const slot = { kind: 'slot' as const, heading: secret('heading'), timebox: 1, tips: [] }
const phrase = (mark: 'heard' | 'ticked') => (meeting: Meeting) => {
  const cue = meeting.script.find(({ kind }) => kind === 'spoken')?.id ?? ''
  return { type: 'markPhrase', cue, phrase: secret('said'), mark } as const
}

const idIn = (items: readonly { readonly id: string }[]) => items.at(-1)?.id ?? NOBODY
const raised = ({ objections }: Meeting) => idIn(objections.filter(({ at }) => at !== null))
const prepared = ({ objections }: Meeting) => idIn(objections.filter(({ at }) => at === null))
const who = ({ attendees }: Meeting) => idIn(attendees)

const captured = (kind: 'note' | 'decision', text: string): Asked => ({
  type: 'capture',
  draft: { kind, text, at: null },
})

type Told = (meeting: Meeting) => readonly Asked[]

/**
 * A meeting's life that gives every command there is, with the mark in every private text of each. In this order
 * all are taken but those in `REFUSED`.
 */
export const EVERY_COMMAND = {
  setDetails: () => [
    {
      type: 'setDetails',
      title: seen('title'),
      plannedStart: WHEN,
      place: secret('place'),
      timeZone: 'Europe/Berlin',
    },
  ],
  setSettings: () => [{ type: 'setSettings', settings: { ...FIRST_SETTINGS, boardDelay: 0 } }],
  setFact: ({ facts, playbook: { plan, bottomLine, stakes } }) =>
    facts
      .filter(({ kind, key }) => kind === 'text' && key !== plan.rollback)
      .filter(({ key }) => !JSON.stringify([bottomLine, stakes]).includes(`{{${key}}}`))
      .map(({ key }) => ({ type: 'setFact', key, value: secret(key), source: secret('source') })),
  addAttendee: () => ['Ada', 'Ben', 'Cleo'].map((name) => ({ type: 'addAttendee', attendee: person(name) })),
  editAttendee: (meeting) => [
    { type: 'editAttendee', attendee: { ...person('Cleo Adler'), id: who(meeting) } },
  ],
  removeAttendee: (meeting) => [{ type: 'removeAttendee', attendee: who(meeting) }],
  addExpected: () => [{ type: 'addExpected', objection: expected }],
  editExpected: (meeting) => [{ type: 'editExpected', id: prepared(meeting), objection: expected }],
  moveExpected: (meeting) => [{ type: 'moveExpected', objection: prepared(meeting), to: 0 }],
  addCue: (meeting) => [
    { type: 'addCue', cue: spoken('spoken'), position: 0 },
    {
      type: 'addCue',
      cue: { ...slot, agenda: seen('agenda slot'), objection: prepared(meeting) },
      position: 1,
    },
  ],
  editCue: ({ script }) =>
    script.slice(0, 2).map((cue) => ({
      type: 'editCue',
      cue:
        cue.kind === 'spoken'
          ? { ...spoken('edited'), id: cue.id }
          : { ...slot, id: cue.id, agenda: seen('agenda edited slot'), objection: cue.objection },
    })),
  moveCue: ({ script }) => [{ type: 'moveCue', cue: script[1]?.id ?? '', to: 2 }],
  removeCue: ({ script }) => [{ type: 'removeCue', cue: script[2]?.id ?? '' }],
  removeExpected: ({ objections }) => [{ type: 'removeExpected', objection: objections[0]?.id ?? '' }],
  addTask: () => [
    { type: 'addTask', text: seen('task'), estimate: '4–6 hours' },
    { type: 'addTask', text: seen('task no more'), estimate: '' },
  ],
  editTask: ({ plan }) => [
    { type: 'editTask', task: idIn(plan.tasks), text: seen('task edited'), estimate: '2 hours' },
  ],
  moveTask: ({ plan }) => [{ type: 'moveTask', task: idIn(plan.tasks), to: 0 }],
  removeTask: ({ plan }) => [{ type: 'removeTask', task: idIn(plan.tasks.slice(0, 1)) }],
  setPlanDate: () => [{ type: 'setPlanDate', date: 'start', text: '25 Nov 2030 09:00' }],
  setWorkingHours: () => [{ type: 'setWorkingHours', hours: { days: [1, 2], from: '09:00', to: '17:00' } }],
  start: () => [{ type: 'start' }],
  arrive: (meeting) => [{ type: 'arrive', attendee: who(meeting) }],
  leave: (meeting) => [{ type: 'leave', attendee: who(meeting) }],
  pause: () => [{ type: 'pause' }],
  resume: () => [{ type: 'resume' }],
  capture: (meeting) => [
    captured('note', secret('note')),
    { type: 'capture', draft: { kind: 'parking', text: secret('parked'), at: null, owner: who(meeting) } },
    ...(['objection', 'question', 'concern'] as const).map((kind): Asked => ({
      type: 'capture',
      draft: { kind, text: seen(kind), at: null, who: who(meeting) },
    })),
    captured('decision', seen('decision')),
    {
      type: 'capture',
      draft: { kind: 'action', text: seen('action'), at: null, owner: who(meeting), due: WHEN },
    },
  ],
  editEntry: ({ notes, parkingLot, objections, decisions, actions }) => [
    {
      type: 'editEntry',
      entry: idIn(notes),
      draft: { kind: 'note', text: secret('note edited'), at: null },
    },
    {
      type: 'editEntry',
      entry: idIn(parkingLot),
      draft: { kind: 'parking', text: secret('parked edited'), at: null, owner: null },
    },
    ...objections
      .filter(({ at }) => at !== null)
      .map(({ id, kind, who: person_ }): Asked => ({
        type: 'editEntry',
        entry: id,
        draft: { kind, text: seen(`${kind} edited`), at: null, who: person_ },
      })),
    {
      type: 'editEntry',
      entry: idIn(decisions),
      draft: { kind: 'decision', text: seen('decision edited'), at: null },
    },
    {
      type: 'editEntry',
      entry: idIn(actions),
      draft: { kind: 'action', text: seen('action edited'), at: null, owner: null, due: null },
    },
  ],
  moveEntry: (meeting) => [{ type: 'moveEntry', entry: raised(meeting), to: 0 }],
  linkEntries: ({ actions, decisions }) => [
    { type: 'linkEntries', from: idIn(actions), to: idIn(decisions) },
  ],
  unlinkEntries: ({ actions, decisions }) => [
    { type: 'unlinkEntries', from: idIn(actions), to: idIn(decisions) },
  ],
  undo: () => [{ type: 'undo' }],
  redo: () => [{ type: 'redo' }],
  setObjectionStatus: (meeting) => [
    { type: 'setObjectionStatus', objection: raised(meeting), status: 'answered' },
  ],
  matchObjection: (meeting) => [
    { type: 'matchObjection', objection: raised(meeting), prepared: prepared(meeting) },
  ],
  showResponse: (meeting) => [{ type: 'showResponse', objection: prepared(meeting) }],
  markPhrase: (meeting) => [phrase('heard')(meeting), phrase('ticked')(meeting)],
  setDecision: (meeting) => [
    {
      type: 'setDecision',
      decision: idIn(meeting.decisions),
      details: {
        options: [secret('option')],
        outcome: 'agreed',
        positions: [{ attendee: who(meeting), position: 'objected', reason: secret('reason') }],
        review: WHEN,
        supersedes: null,
      },
    },
  ],
  readBack: ({ decisions }) => [{ type: 'readBack', decision: idIn(decisions) }],
  closeReadBack: (meeting) => [
    {
      type: 'closeReadBack',
      answers: {
        positions: [{ attendee: who(meeting), position: 'abstained', reason: secret('reason') }],
        outcome: 'agreed',
      },
    },
  ],
  taskToAction: ({ plan }) => [{ type: 'taskToAction', task: idIn(plan.tasks), owner: null, due: null }],
  setActionStatus: ({ actions }) => [{ type: 'setActionStatus', action: idIn(actions), status: 'done' }],
  removeEntry: ({ parkingLot }) => [{ type: 'removeEntry', entry: idIn(parkingLot) }],
  settleConflict: ({ notes }) => [
    { type: 'settleConflict', conflict: secret('conflict'), keep: idIn(notes) },
  ],
  setChecklistItem: ({ checklist }) => [{ type: 'setChecklistItem', item: idIn(checklist), done: true }],
  setFollowUp: () => [
    { type: 'setFollowUp', followUp: { when: WHEN, where: secret('where'), agenda: secret('agenda') } },
  ],
  end: () => [{ type: 'end' }],
  reopen: () => [{ type: 'reopen' }, { type: 'end' }],
  finalise: (meeting) => [{ type: 'finalise', leftOut: [], signers: [who(meeting)] }],
  giveSignOff: () => [
    {
      type: 'giveSignOff',
      attendee: null,
      name: secret('signer'),
      role: secret('role'),
      mark: { kind: 'typed', text: secret('signed') },
    },
  ],
  withdrawSignOff: ({ signOffs }) => [{ type: 'withdrawSignOff', signOff: idIn(signOffs) }],
  noteSignature: () => [
    {
      type: 'noteSignature',
      revision: 1,
      signature: { name: secret('signer'), certificate: 'ab'.repeat(32) },
    },
  ],
  reopenRecord: () => [{ type: 'reopenRecord' }],
} as const satisfies Readonly<Record<Command['type'], Told>>

/** Only copies that were joined have something to settle, whatever is asked. */
export const REFUSED: ReadonlySet<string> = new Set<Command['type']>(['settleConflict'])

/** The commands above in the order of a meeting's life. */
export const STORY: readonly (readonly [type: string, told: Told])[] = Object.entries(EVERY_COMMAND)

/** What a playbook says to the room. */
export const ON_BOARD: readonly RegExp[] = [
  /^bottomLine$/,
  /^stakes\[\d+\]\.(title|text)$/,
  /^script\[\d+\]\.agenda$/,
  /^plan\.tasks\[\d+\]\.text$/,
]
