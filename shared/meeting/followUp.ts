import { DateTime } from 'luxon'

import { openObjections } from './closing'
import type { FollowUp, Meeting, WorkingHours } from './schema'

/** Where a plan counts round the clock, people still meet in these hours. */
const OFFICE: WorkingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
/** A week without any working day would have none to propose. */
const MOST_DAYS = 14

function atTime(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 })
}

/** The moment itself where people work then, else when they next begin to; null where they never do. */
export function workingMoment(moment: string, hours: WorkingHours | null, timeZone: string): string | null {
  const { days, from, to } = hours ?? OFFICE
  const wanted = DateTime.fromISO(moment, { zone: timeZone })
  for (let later = 0; later <= MOST_DAYS; later += 1) {
    const day = wanted.startOf('day').plus({ days: later })
    const [opens, closes] = [atTime(day, from), atTime(day, to)]
    if (!days.includes(day.weekday) || opens >= closes) continue
    if (wanted <= opens) return opens.toISO()
    if (wanted < closes) return wanted.toISO()
  }
  return null
}

/** The first moment to come that a follow-up hangs on: the plan's new date, else the next review of a decision. */
function occasion({ plan, decisions }: Meeting, now: string): string | null {
  const isToCome = (moment: string | null) => moment !== null && Date.parse(moment) > Date.parse(now)
  if (isToCome(plan.newDate)) return plan.newDate
  const reviews = decisions.flatMap(({ review }) => (isToCome(review) && review !== null ? [review] : []))
  return reviews.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null
}

function counted(number: number, one: string, many: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]
}

/**
 * What is still open, for the next meeting to take up. Counted, not quoted: an entry that is left out of the
 * record must not come back in its agenda.
 */
export function openAgenda(meeting: Meeting): string {
  const { plan, objections, actions, parkingLot, decisions } = meeting
  const deferred = objections.filter(({ at, status }) => at !== null && status === 'deferred')
  const reviews = decisions.filter(({ review }) => review !== null)
  const parts = [
    ...(plan.tasks.length > 0 ? ['progress of the plan'] : []),
    ...counted(reviews.length, 'decision to review', 'decisions to review'),
    ...counted(openObjections({ objections }).length, 'open objection', 'open objections'),
    ...counted(deferred.length, 'deferred objection', 'deferred objections'),
    ...counted(actions.filter(({ status }) => status === 'open').length, 'open action', 'open actions'),
    ...counted(parkingLot.length, 'question in the parking lot', 'questions in the parking lot'),
  ]
  const agenda = parts.join(', ')
  return agenda.charAt(0).toUpperCase() + agenda.slice(1)
}

/**
 * The follow-up that the plan and what is open ask for; `when` is null where nothing says when. On a day and at
 * an hour people work: those of the plan, else of an office.
 */
export function proposedFollowUp(
  meeting: Meeting,
  now: string,
): Omit<FollowUp, 'when'> & { readonly when: string | null } {
  const moment = occasion(meeting, now)
  const when = moment === null ? null : workingMoment(moment, meeting.plan.workingHours, meeting.timeZone)
  return { when, where: meeting.place, agenda: openAgenda(meeting) }
}
