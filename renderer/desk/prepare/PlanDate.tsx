import { formatMoment, parseMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../shared/text'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { Labelled } from './fields'
import { placeId } from './places'
import { useSavedText } from './useSavedText'

const IDS = { start: 'planStart', originalDate: 'originalDate', override: 'newDate' } as const

type PlanDateProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly date: 'start' | 'originalDate' | 'override'
  readonly label: string
  readonly placeholder: string
  readonly readOnly: boolean
  /** What the field shows when nothing was typed; the plan's own date unless said otherwise. */
  readonly shown?: string | null
}

/** A date of the plan, typed in words; what it is understood as shows below while typing. */
export function PlanDate(props: PlanDateProps) {
  const { session, meeting, date, label, placeholder, readOnly } = props
  const { timeZone } = meeting
  const now = new Date(useMinute()).toISOString()
  const moment = props.shown === undefined ? meeting.plan[date] : props.shown
  const saved = moment === null ? '' : formatMoment(moment, timeZone)
  const field = useSavedText(saved, (text) => session.run({ type: 'setPlanDate', date, text }))
  const read = field.typed === null ? null : parseMoment(field.typed, { now, timeZone })
  const meaning = read === null ? null : formatMoment(read, timeZone)
  return (
    <Labelled
      id={placeId(IDS[date])}
      label={label}
      refusal={field.refusal}
      {...(meaning !== null && meaning !== field.typed?.trim()
        ? { hint: <span className="understood figures">= {meaning}</span> }
        : {})}
    >
      {(ids) => (
        <input
          {...ids}
          {...field.input}
          type="text"
          className="input figures"
          autoComplete="off"
          maxLength={LONGEST_LINE}
          placeholder={placeholder}
          readOnly={readOnly}
        />
      )}
    </Labelled>
  )
}
