import { formatClock, formatMoment } from '../../shared/capture/due'
import type { CaptureReading } from '../../shared/capture/parse'
import { dueConflicts } from '../../shared/meeting/actionConflicts'
import type { Attendee, Meeting } from '../../shared/meeting/schema'

/** The parts of a meeting that an action is held against before it is captured. */
type Held = Pick<Meeting, 'attendees' | 'plan' | 'plannedStart' | 'startedAt' | 'status' | 'timeZone'>

/** Why an owner cannot hear that something is theirs; nothing where they are here, or nobody was ticked as here. */
function awayWords(owner: Attendee, { attendees, status, timeZone }: Held): readonly string[] {
  const isTaken = attendees.some(({ present }) => present.some(({ to }) => to === null))
  const isHere = owner.present.some(({ to }) => to === null)
  if (isHere || !isTaken || (status !== 'live' && status !== 'paused')) return []
  const left = owner.present.at(-1)?.to ?? null
  return [
    left === null
      ? `${owner.name} is not here.`
      : `${owner.name} is not here any more: left at ${formatClock(left, timeZone)}.`,
  ]
}

/**
 * What an action is at odds with although it is well understood, in sentences: a due time after the plan's new
 * date, an owner who is away. It can be captured all the same.
 */
export function captureNotes(reading: CaptureReading, meeting: Held, now: string): readonly string[] {
  const { kind, due, person } = reading
  if (kind !== 'action') return []
  const { newDate } = meeting.plan
  const isLate = dueConflicts(meeting, { due, task: null }, now).includes('afterRelease')
  const found = person?.found
  return [
    ...(isLate && newDate !== null
      ? [`After the plan’s new date, ${formatMoment(newDate, meeting.timeZone)}.`]
      : []),
    ...(found?.kind === 'one' ? awayWords(found.attendee, meeting) : []),
  ]
}
