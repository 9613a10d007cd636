import './Attendance.css'

import { Check } from 'lucide-react'
import { memo, useCallback, useId } from 'react'

import { formatClock } from '../../../shared/capture/due'
import type { Attendee, Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'

/** Who comes this much after the start has come late, in milliseconds. */
const LATE = 60_000

function isHere({ present }: Attendee): boolean {
  return present.some(({ to }) => to === null)
}

/** When somebody came late or left; nothing to say of who was there from the start, or never. */
function whenWords({ present }: Attendee, startedAt: string, timeZone: string): string {
  const last = present.at(-1)
  if (last === undefined) return ''
  if (last.to !== null) return `left ${formatClock(last.to, timeZone)}`
  return Date.parse(last.from) - Date.parse(startedAt) < LATE
    ? ''
    : `from ${formatClock(last.from, timeZone)}`
}

type RowProps = {
  readonly attendee: Attendee
  readonly startedAt: string
  readonly timeZone: string
  readonly disabled: boolean
  readonly onToggle: (id: string, here: boolean, name: string) => void
}

const Row = memo(function Row({ attendee, startedAt, timeZone, disabled, onToggle }: RowProps) {
  const { id, name, role } = attendee
  const nameId = useId()
  const here = isHere(attendee)
  return (
    <li className="attendee">
      <span className="attendee-name" id={nameId} title={role === '' ? name : `${name}, ${role}`}>
        {name}
      </span>
      <span className="attendee-when figures">{whenWords(attendee, startedAt, timeZone)}</span>
      <button
        type="button"
        className="attendee-here"
        aria-pressed={here}
        aria-describedby={nameId}
        disabled={disabled}
        onClick={() => onToggle(id, here, name)}
      >
        <Check size={12} aria-hidden />
        Here
      </button>
    </li>
  )
})

type AttendanceProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly startedAt: string
  readonly readOnly: boolean
}

/** Who is in the meeting: late arrivals and who left show the time. */
export function Attendance({ session, meeting, startedAt, readOnly }: AttendanceProps) {
  const { attendees, timeZone, status } = meeting
  const titleId = useId()
  const absent = attendees.filter((attendee) => !isHere(attendee))
  const taken = !readOnly && (status === 'live' || status === 'paused')
  const toggle = useCallback(
    (attendee: string, here: boolean, name: string) =>
      void session.tell({ type: here ? 'leave' : 'arrive', attendee }, () =>
        here ? `${name} has left.` : `${name} is here.`,
      ),
    [session],
  )

  async function everybody() {
    const answers = await Promise.all(absent.map(({ id }) => session.run({ type: 'arrive', attendee: id })))
    const refused = answers.find((answer) => !answer.ok)
    session.say(
      refused === undefined || refused.ok
        ? { kind: 'done', sentence: 'Everybody is here.' }
        : { kind: 'refused', sentence: refused.refusal.sentence },
    )
  }

  return (
    <section className="panel attendance" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 className="panel-title" id={titleId}>
          People
        </h2>
        {attendees.length > 0 && (
          <span className="panel-count figures">
            {taken
              ? `${attendees.length - absent.length} of ${attendees.length}`
              : `${attendees.filter(({ present }) => present.length > 0).length} of ${attendees.length}`}
            <span className={taken ? 'unseen' : ''}>{taken ? ' here' : ' were here'}</span>
          </span>
        )}
        {taken && attendees.length > 1 && (
          <Button
            small
            className="attendance-all"
            aria-disabled={absent.length === 0}
            onClick={() => {
              if (absent.length > 0) void everybody()
            }}
          >
            Everybody is here
          </Button>
        )}
      </div>
      {attendees.length === 0 ? (
        <p className="panel-none">Nobody is on the list yet. People are added in Prepare.</p>
      ) : (
        <ul className="attendees" aria-label="Attendance">
          {attendees.map((attendee) => (
            <Row
              key={attendee.id}
              attendee={attendee}
              startedAt={startedAt}
              timeZone={timeZone}
              disabled={!taken}
              onToggle={toggle}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
