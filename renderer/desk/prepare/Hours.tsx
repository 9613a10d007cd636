import { useState } from 'react'

import type { WorkingHours } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Refused } from '../../ui/Notice'
import { useSavedText } from './useSavedText'

const WEEK: readonly (readonly [number, string, string])[] = [
  [1, 'Mon', 'Monday'],
  [2, 'Tue', 'Tuesday'],
  [3, 'Wed', 'Wednesday'],
  [4, 'Thu', 'Thursday'],
  [5, 'Fri', 'Friday'],
  [6, 'Sat', 'Saturday'],
  [7, 'Sun', 'Sunday'],
]
const OFFICE: WorkingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }

type SetHours = (hours: WorkingHours) => ReturnType<Session['run']>

function Times({ hours, set }: { readonly hours: WorkingHours; readonly set: SetHours }) {
  const from = useSavedText(hours.from, (text) => set({ ...hours, from: text }))
  const to = useSavedText(hours.to, (text) => set({ ...hours, to: text }))
  const refusal = from.refusal ?? to.refusal
  return (
    <>
      <span className="hours-times">
        <input
          {...from.input}
          type="time"
          className="input figures"
          aria-label="Working hours from"
          aria-invalid={from.refusal !== null}
        />
        <span aria-hidden="true">–</span>
        <input
          {...to.input}
          type="time"
          className="input figures"
          aria-label="Working hours to"
          aria-invalid={to.refusal !== null}
        />
      </span>
      {refusal !== null && <Refused>{refusal}</Refused>}
    </>
  )
}

type HoursProps = {
  readonly session: Session
  readonly hours: WorkingHours | null
  readonly readOnly: boolean
}

/** How the plan's hours pass: round the clock, or on working days between two times. */
export function Hours({ session, hours, readOnly }: HoursProps) {
  const [refusal, setRefusal] = useState<string | null>(null)

  async function set(next: WorkingHours | null) {
    const answer = await session.run({ type: 'setWorkingHours', hours: next })
    if (answer.ok) setRefusal(null)
    return answer
  }

  function toggle(day: number) {
    if (hours === null) return
    const days = hours.days.includes(day)
      ? hours.days.filter((each) => each !== day)
      : [...hours.days, day].toSorted((a, b) => a - b)
    if (days.length === 0) setRefusal('Work needs at least one day of the week.')
    else void set({ ...hours, days })
  }

  const way = (label: string, on: boolean, next: WorkingHours | null) => (
    <label className="radio">
      <input type="radio" name="hours" checked={on} disabled={readOnly} onChange={() => void set(next)} />
      {label}
    </label>
  )

  return (
    <fieldset className="hours">
      <legend className="field-label">Hours count</legend>
      <div className="hours-ways">
        {way('Round the clock', hours === null, null)}
        {way('In working hours', hours !== null, OFFICE)}
      </div>
      {hours !== null && (
        <div className="hours-when">
          <span className="hours-days">
            {WEEK.map(([day, short, long]) => (
              <label key={day} className="day">
                <input
                  type="checkbox"
                  aria-label={long}
                  checked={hours.days.includes(day)}
                  disabled={readOnly}
                  onChange={() => toggle(day)}
                />
                <span aria-hidden="true">{short}</span>
              </label>
            ))}
          </span>
          {!readOnly && <Times hours={hours} set={set} />}
        </div>
      )}
      {refusal !== null && <Refused>{refusal}</Refused>}
    </fieldset>
  )
}
