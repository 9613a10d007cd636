import type { Command } from '../../shared/meeting/commands'
import type { Playbook } from '../../shared/playbook/schema'
import { idOf, newMeeting, Rehearsal, say } from '../helpers/meetings'
import { playbook } from '../helpers/playbook'
import { sampleMeeting } from '../helpers/sampleMeeting'

/** So long a title, and a word of a language that joins its words. */
export const LONG =
  'Emergency steering committee on the release of the customer identity platform 4.2 for all regions, brands and partners'
export const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

const FRIDAY = '2026-11-27T17:00:00.000+01:00'
const sample = sampleMeeting()

const captured = (kind: 'objection' | 'question' | 'concern', text: string, who: string | null): Command => ({
  type: 'capture',
  draft: { kind, text, at: null, who },
})

type Wanted = {
  readonly id: number
  readonly title?: string
  readonly playbook?: Playbook
  /** Facts beside those of the sample, or instead of them. */
  readonly facts?: Readonly<Record<string, string>>
}

/** The sample meeting as it is before it starts: filled in, everybody invited. */
export function preparedBoard({
  id,
  title = sample.title,
  playbook: from = playbook(),
  facts = {},
}: Wanted): Rehearsal {
  const rehearsal = new Rehearsal(newMeeting({ id: idOf(id), title, playbook: from }))
  rehearsal.do(...sample.attendees.map((attendee) => ({ type: 'addAttendee', attendee }) as const))
  for (const [key, value] of Object.entries({ ...sample.facts, ...facts }))
    if (value !== '') rehearsal.try({ type: 'setFact', key, value, source: '' })
  return rehearsal
}

const people = ({ meeting }: Rehearsal) => meeting.attendees.map(({ id }) => id)

/** Six points, four decisions and six actions, as in the middle of the demo's meeting. */
export function busyBoard(id: number): Rehearsal {
  const rehearsal = preparedBoard({ id })
  const [amara = null, dana = null, mateusz = null, farida = null, sofia = null] = people(rehearsal)
  rehearsal.do(
    say.start,
    captured(
      'objection',
      'the deadline is tight, the launch is announced for tomorrow and now it will slip',
      amara,
    ),
    captured(
      'objection',
      'this blows up our sprint, and my team has already done two weekends of overtime',
      dana,
    ),
    captured('question', 'how sure are we that this gets the root cause and not just the symptom', mateusz),
    captured(
      'concern',
      'old mobile clients keep their tokens for a week, they may go on asking the server the old way',
      mateusz,
    ),
    captured(
      'objection',
      'why can’t we ship now and patch it next week, and who carries the cost of waiting',
      farida,
    ),
    captured('question', 'does an open critical bug have to go into the audit on Monday', farida),
  )
  const raised = rehearsal.meeting.objections.filter(({ at }) => at !== null).map(({ id: each }) => each)
  const settled = [
    [0, 'answered'],
    [1, 'answered'],
    [3, 'deferred'],
  ] as const
  rehearsal.do(
    ...settled.map(
      ([index, status]) => ({ type: 'setObjectionStatus', objection: raised[index] ?? '', status }) as const,
    ),
    say.decision('halt release 4.2'),
    say.decision('go ahead with the remediation plan as presented'),
    say.decision('release 4.2 on Tuesday 1 December 2026 at 10:00'),
    say.decision('no other change to the authentication module until 4.2 is out'),
    say.action('rework token refresh', dana, FRIDAY),
    say.action(
      'review the rework and test it with old mobile clients',
      mateusz,
      '2026-11-30T10:00:00.000+01:00',
    ),
    say.action('run the regression tests and the four-hour load test', dana, '2026-11-30T17:00:00.000+01:00'),
    say.action('tell the pilot customers and support the new date', amara, '2026-11-25T10:00:00.000+01:00'),
    say.action('ask legal whether the auditors must be told', farida, '2026-11-26T12:00:00.000+01:00'),
    say.action('write up the incident with its root cause', sofia, '2026-12-04T12:00:00.000+01:00'),
  )
  return rehearsal
}

/** Little said yet: the plan has room. The new date is what the plan adds up to. */
export function planBoard(id: number): Rehearsal {
  const rehearsal = preparedBoard({ id, facts: { newRelease: '' } })
  const [amara = null] = people(rehearsal)
  return rehearsal.do(
    say.start,
    captured('objection', 'the deadline is tight', amara),
    say.decision('halt release 4.2'),
    say.action('tell the pilot customers the new date', amara, FRIDAY),
  )
}

/** Nine things at stake, and a bottom line of four sentences. */
export function stakesBoard(id: number): Rehearsal {
  const base = playbook()
  const more = [
    'Audit findings on Monday',
    'Partner launch in twelve countries',
    'Two weekends of overtime',
    'Service credits',
    'Hiring freeze',
  ]
  const stakes = [
    ...base.stakes,
    ...more.map((title, index) => ({ id: `more-${index}`, title, text: title })),
  ]
  return preparedBoard({ id, playbook: { ...base, stakes } }).do(say.start, say.decision('halt release 4.2'))
}

/** Long and unbroken texts in every place. */
export function longBoard(id: number): Rehearsal {
  const rehearsal = preparedBoard({ id, title: LONG })
  const [amara = null, dana = null] = people(rehearsal)
  return rehearsal.do(
    say.start,
    captured(
      'objection',
      `${LONG}: ${LONG}. ${LONG}, and what it means for the quarter. ${LONG}.`.slice(0, 500),
      amara,
    ),
    captured('concern', UNBROKEN, dana),
    say.decision(`${LONG}. ${LONG}.`),
    say.action(`${UNBROKEN} ${LONG}`, dana, FRIDAY),
  )
}

/** Fifty entries, as after two long hours. */
export function fiftyBoard(id: number): Rehearsal {
  const rehearsal = preparedBoard({ id })
  const who = people(rehearsal)
  const of = (count: number, make: (index: number) => Command) =>
    Array.from({ length: count }, (_, index) => make(index))
  return rehearsal.do(
    say.start,
    ...of(20, (index) =>
      captured(
        'objection',
        `point ${index + 1}: the launch is announced and partners are waiting`,
        who[index % who.length] ?? null,
      ),
    ),
    ...of(12, (index) => say.decision(`decision ${index + 1}: keep the date for every other product`)),
    ...of(18, (index) =>
      say.action(
        `action ${index + 1}: tell the partners what changes for them`,
        who[index % who.length] ?? null,
        FRIDAY,
      ),
    ),
  )
}
