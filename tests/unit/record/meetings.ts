import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { bareDecision } from '../../../shared/meeting/decisionSchema'
import { replay } from '../../../shared/meeting/apply'
import type { Body, LogEntry } from '../../../shared/meeting/entries'
import { EMPTY_LOG, seal, type LogHead } from '../../../shared/meeting/log'
import type { Attendee, Estimate, Meeting, Objection } from '../../../shared/meeting/schema'
import { playbookSchema, type Playbook } from '../../../shared/playbook/schema'

export const ROOT = resolve(import.meta.dirname, '../../..')
export const RESOURCES = resolve(ROOT, 'resources')
export const MADE_AT = '2026-11-23T15:00:00.000+01:00'

/** A meeting with the log it adds up from. */
export type Made = { readonly meeting: Meeting; readonly log: readonly LogEntry[] }

/** The same UUID for the same number. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** The moment `minutes` after two o'clock on the day of the meeting, in Berlin. */
export function after(minutes: number): string {
  const hours = String(14 + Math.floor(minutes / 60)).padStart(2, '0')
  return `2026-11-23T${hours}:${String(minutes % 60).padStart(2, '0')}:00.000+01:00`
}

/** The built-in playbook, changed by `change`. */
export function playbook(change: (playbook: Playbook) => Playbook = (same) => same): Playbook {
  const file = resolve(RESOURCES, 'playbooks/critical-release-halt.json')
  return change(playbookSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** What happens, and when: minutes after the start. */
export type Step = readonly [minutes: number, body: Body]

/** The meeting that a list of steps adds up to, sealed as the app does it. */
export function meetingOf(steps: readonly Step[]): Made {
  const log: LogEntry[] = []
  let head: LogHead = EMPTY_LOG
  for (const [minutes, body] of steps) {
    const number = log.length + 1
    const by = { name: 'Sofia Marchetti', device: 'laptop' }
    const entry = seal(body, head, {
      id: uuid(900_000 + number),
      at: after(minutes),
      by,
      salt: String(number).padStart(32, '0'),
    })
    log.push(entry)
    head = { seq: entry.seq, hash: entry.hash }
  }
  const meeting = replay(log)
  if (meeting === null) throw new Error('no steps')
  return { meeting, log }
}

/** The first step of every meeting. */
export function created(title = 'Halt release 4.2', content: Playbook = playbook()): Step {
  const body = {
    type: 'meeting.created',
    meeting: uuid(1),
    title,
    plannedStart: after(0),
    place: 'Bridge, Room 4',
    timeZone: 'Europe/Berlin',
    playbook: content,
  } as const
  return [0, body]
}

export function attendee(number: number, name: string, role = ''): Attendee {
  return {
    id: uuid(100 + number),
    name,
    role,
    organisation: 'Northwind Bank',
    email: `private${number}@mail.example`,
    present: [],
  }
}

export function joined(person: Attendee): Step {
  return [0, { type: 'attendee.added', item: person, position: 99 }]
}

export function raised(
  minutes: number,
  number: number,
  text: string,
  who: string | null,
  kind: Objection['kind'] = 'objection',
): Step {
  const item = {
    id: uuid(1000 + number),
    text,
    at: after(minutes),
    kind,
    who,
    role: 'Product Manager',
    keywords: [],
    key: null,
    response: null,
    status: 'open',
    prepared: null,
  } as const
  return [minutes, { type: 'objection.raised', item: { ...item, keywords: [] } }]
}

export function decided(minutes: number, number: number, text: string): Step {
  const item = { id: uuid(2000 + number), text, at: after(minutes), ...bareDecision() }
  return [minutes, { type: 'decision.captured', item }]
}

export function noted(minutes: number, number: number, text: string): Step {
  return [minutes, { type: 'note.captured', item: { id: uuid(3000 + number), text, at: after(minutes) } }]
}

export function agreed(
  minutes: number,
  number: number,
  text: string,
  owner: string | null,
  due: string | null,
): Step {
  const item = {
    id: uuid(4000 + number),
    text,
    at: after(minutes),
    owner,
    due,
    status: 'open',
    task: null,
  } as const
  return [minutes, { type: 'action.captured', item }]
}

export function parked(minutes: number, number: number, text: string, owner: string | null): Step {
  return [
    minutes,
    { type: 'parking.captured', item: { id: uuid(5000 + number), text, at: after(minutes), owner } },
  ]
}

/** A task of the plan gets its estimate; its text is the playbook's. */
function estimated(id: string, estimate: Estimate): Step {
  const text = playbook().plan.tasks.find((task) => task.id === id)?.text ?? id
  return [0, { type: 'task.edited', item: { id, text, estimate }, was: { id, text, estimate: null } }]
}

export const started: Step = [1, { type: 'meeting.started' }]

export function ended(minutes: number): Step {
  return [minutes, { type: 'meeting.ended' }]
}

const people = [
  attendee(1, 'Priya Nair', 'Product Manager'),
  attendee(2, 'Dana Ito', 'DevOps Lead'),
  attendee(3, 'Łukasz Żółkiewski', 'Lead Developer'),
  attendee(4, 'Олена Коваленко', 'Head of QA'),
]

/** An ordinary meeting, with a little of everything. */
export function ordinary(): Made {
  const [priya, dana, lukasz] = people.map(({ id }) => id)
  return meetingOf([
    created(),
    ...people.map(joined),
    [0, { type: 'plan.dated', date: 'originalDate', to: '2026-11-23T18:00:00.000+01:00', was: null }],
    [0, { type: 'plan.dated', date: 'start', to: '2026-11-23T16:00:00.000+01:00', was: null }],
    estimated('fix', { min: 16, max: 30 }),
    estimated('retest', { min: 8, max: 16 }),
    started,
    raised(5, 1, 'The deadline is tight and marketing has already announced the date', priya ?? null),
    raised(7, 2, 'Who pays for overtime again?', dana ?? null, 'question'),
    [8, { type: 'objection.statusSet', objection: uuid(1001), status: 'answered', was: 'open' }],
    noted(9, 1, 'Legal joins at half past'),
    decided(12, 1, 'Release 4.2 is halted until 25 Nov 14:00'),
    agreed(14, 1, 'Rework the token refresh', dana ?? null, '2026-11-27T17:00:00.000+01:00'),
    agreed(15, 2, 'Tell the customers on the early list', priya ?? null, '2026-11-24T10:00:00.000+01:00'),
    agreed(16, 3, 'Write the memory test', lukasz ?? null, null),
    parked(18, 1, 'On-call pay at weekends', dana ?? null),
    noted(19, 2, 'typed by mistake'),
    [
      20,
      {
        type: 'change.undone',
        target: uuid(1),
        body: {
          type: 'captured.removed',
          captured: {
            type: 'note.captured',
            item: { id: uuid(3002), text: 'typed by mistake', at: after(19) },
          },
          position: 1,
        },
      },
    ],
    ended(26),
  ])
}
