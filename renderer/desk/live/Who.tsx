import './Who.css'

import { Check } from 'lucide-react'
import { useId } from 'react'

import { formatClock } from '../../../shared/capture/due'
import type { CoverageRow } from '../../../shared/meeting/coverage'
import type { Attendee, Meeting } from '../../../shared/meeting/schema'

/** Who comes this much after the start has come late, in milliseconds. */
const LATE = 60_000

/** Whether somebody is in the meeting now. */
export function isHere({ present }: Attendee): boolean {
  return present.some(({ to }) => to === null)
}

type Running = Pick<Meeting, 'startedAt' | 'endedAt' | 'timeZone'>

/** When somebody came late or left; null of who was there from the start, or never. */
function whenOf(
  { present }: Attendee,
  { startedAt, endedAt }: Running,
): readonly [how: string, moment: string] | null {
  const last = present.at(-1)
  if (last === undefined || startedAt === null || (last.to !== null && last.to === endedAt)) return null
  if (last.to !== null) return ['left', last.to]
  return Date.parse(last.from) - Date.parse(startedAt) < LATE ? null : ['from', last.from]
}

type WhoProps = {
  readonly row: CoverageRow
  /** The name where there is little room for it. */
  readonly short: string
  /** Nobody where the row is a role that nobody has, or stands for whoever was not named. */
  readonly attendee: Attendee | undefined
  readonly meeting: Running
  readonly disabled: boolean
  readonly onToggle: (attendee: Attendee) => void
}

/** The head of a stakeholder's row: the name, and whether they are here; who came late or left shows when. */
export function Who({ row, short, attendee, meeting, disabled, onToggle }: WhoProps) {
  const nameId = useId()
  const { name, role } = row
  const { startedAt, endedAt, timeZone } = meeting
  const when = attendee === undefined ? null : whenOf(attendee, meeting)
  const wasHere = endedAt !== null && attendee !== undefined && attendee.present.length > 0
  return (
    <span className="who">
      <span className="who-name" id={nameId} title={role === '' ? name : `${name}, ${role}`}>
        <span className="who-full">{name}</span>
        <span className="who-short" aria-hidden="true">
          {short}
        </span>
      </span>
      {when !== null && (
        <span className="who-when figures">
          <span className="who-how">{when[0]} </span>
          {formatClock(when[1], timeZone)}
        </span>
      )}
      {wasHere && (
        <span className="who-was" title={`${name} was here`}>
          <Check size={12} aria-hidden />
          <span className="unseen">was here</span>
        </span>
      )}
      {attendee !== undefined && startedAt !== null && endedAt === null && (
        <button
          type="button"
          className="who-here"
          aria-label="Here"
          aria-pressed={isHere(attendee)}
          aria-describedby={nameId}
          title={isHere(attendee) ? `${name} is here` : `${name} is not here`}
          disabled={disabled}
          onClick={() => onToggle(attendee)}
        >
          <Check size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
