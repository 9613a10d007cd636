import { useState, type FormEvent } from 'react'

import { formatMoment, parseMoment } from '../../../../shared/capture/due'
import type { Meeting } from '../../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../../shared/text'
import { useMinute } from '../../../state/now'
import type { Session } from '../../../state/session'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Refused } from '../../../ui/Notice'
import { Part } from './Part'

type FollowUpFormProps = { readonly session: Session; readonly meeting: Meeting }

function whenHint(typed: string, moment: string | null, timeZone: string): string {
  if (moment === null) return 'A date like “fri 10:00” or “in 3 days”'
  const words = formatMoment(moment, timeZone)
  return words === typed ? `On the clocks of ${timeZone}` : words
}

/** When, where and about what the next meeting is. */
export function FollowUpForm({ session, meeting }: FollowUpFormProps) {
  const { followUp, timeZone } = meeting
  const [when, setWhen] = useState(followUp === null ? '' : formatMoment(followUp.when, timeZone))
  const [where, setWhere] = useState(followUp?.where ?? meeting.place)
  const [agenda, setAgenda] = useState(followUp?.agenda ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [seen, setSeen] = useState(followUp)
  const now = new Date(useMinute()).toISOString()
  const kept = followUp !== null && when === formatMoment(followUp.when, timeZone) ? followUp.when : null
  const moment = kept ?? parseMoment(when, { now, timeZone })

  async function save(event: FormEvent) {
    event.preventDefault()
    if (moment === null) {
      setRefusal(
        when.trim() === ''
          ? 'Say when the follow-up is, for example “Friday 10:00”.'
          : `“${when}” is not a date Lectern understands. Write it like “Friday 10:00” or “27 Nov 14:30”.`,
      )
      return
    }
    const next = { when: moment, where: where.trim(), agenda: agenda.trim() }
    const answer = await session.run({ type: 'setFollowUp', followUp: next, seen })
    setRefusal(answer.ok ? null : answer.refusal.sentence)
    if (answer.ok) {
      setSeen(next)
      setWhen(formatMoment(moment, timeZone))
    }
  }

  return (
    <Part
      title="Follow-up"
      note={followUp === null ? 'No follow-up is set' : formatMoment(followUp.when, timeZone)}
      done={followUp !== null}
    >
      <form className="follow-up" aria-label="Follow-up" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label="When"
          value={when}
          placeholder="fri 10:00"
          hint={whenHint(when, moment, timeZone)}
          onChange={(event) => {
            setWhen(event.target.value)
            setRefusal(null)
          }}
        />
        <TextField
          label="Where"
          value={where}
          maxLength={LONGEST_LINE}
          onChange={(event) => setWhere(event.target.value)}
        />
        <TextField
          label="Agenda"
          className="follow-up-agenda"
          value={agenda}
          placeholder="Progress of the plan, open objections"
          onChange={(event) => setAgenda(event.target.value)}
        />
        <Button type="submit">{followUp === null ? 'Set follow-up' : 'Change follow-up'}</Button>
        {refusal !== null && <Refused>{refusal}</Refused>}
      </form>
    </Part>
  )
}
