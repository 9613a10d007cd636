import { useMemo, useState, type FormEvent } from 'react'

import { formatMoment, parseMoment } from '../../../../shared/capture/due'
import { proposedFollowUp } from '../../../../shared/meeting/followUp'
import type { Meeting } from '../../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../../shared/text'
import { useMinute } from '../../../state/now'
import type { Session } from '../../../state/session'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Refused } from '../../../ui/Notice'
import { Part } from './Part'

/** What was typed over what stands there, or is proposed. */
type Typed = { readonly when?: string; readonly where?: string; readonly agenda?: string }

type FollowUpFormProps = { readonly session: Session; readonly meeting: Meeting }

function whenHint(typed: string, moment: string | null, timeZone: string): string {
  if (moment === null) return 'A date like “fri 10:00” or “in 3 days”'
  const words = formatMoment(moment, timeZone)
  return words === typed ? `On the clocks of ${timeZone}` : words
}

/** When, where and about what the next meeting is. */
export function FollowUpForm({ session, meeting }: FollowUpFormProps) {
  const { followUp, timeZone } = meeting
  const now = new Date(useMinute()).toISOString()
  const proposed = useMemo(() => followUp ?? proposedFollowUp(meeting, now), [followUp, meeting, now])
  const proposedWhen = proposed.when === null ? '' : formatMoment(proposed.when, timeZone)
  const [typed, setTyped] = useState<Typed>({})
  const { when = proposedWhen, where = proposed.where, agenda = proposed.agenda } = typed
  const [refusal, setRefusal] = useState<string | null>(null)
  const kept = when === proposedWhen ? proposed.when : null
  const moment = kept ?? parseMoment(when, { now, timeZone })

  // Fields nobody has typed into show what is agreed by now; the others were typed over what stood there then.
  const [before, setBefore] = useState(followUp)
  const isTyped = Object.keys(typed).length > 0
  const seen = isTyped ? before : followUp

  function type(change: Typed) {
    if (!isTyped) setBefore(followUp)
    setTyped({ ...typed, ...change })
  }

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
    if (!answer.ok && answer.refusal.code === 'changed') {
      setBefore(followUp)
      setRefusal(`${answer.refusal.sentence} Press the button once more to use yours.`)
      return
    }
    setRefusal(answer.ok ? null : answer.refusal.sentence)
    if (answer.ok) setTyped({})
  }

  return (
    <Part
      title="Follow-up"
      note={
        followUp !== null
          ? formatMoment(followUp.when, timeZone)
          : proposed.when === null
            ? 'No follow-up is set'
            : 'No follow-up is set; this is proposed from the plan'
      }
      done={followUp !== null}
    >
      <form className="follow-up" aria-label="Follow-up" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label="When"
          value={when}
          placeholder="fri 10:00"
          hint={whenHint(when, moment, timeZone)}
          onChange={(event) => {
            type({ when: event.target.value })
            setRefusal(null)
          }}
        />
        <TextField
          label="Where"
          value={where}
          maxLength={LONGEST_LINE}
          onChange={(event) => type({ where: event.target.value })}
        />
        <TextField
          label="Agenda"
          className="follow-up-agenda"
          value={agenda}
          placeholder="Progress of the plan, open objections"
          onChange={(event) => type({ agenda: event.target.value })}
        />
        <Button type="submit">{followUp === null ? 'Set follow-up' : 'Change follow-up'}</Button>
        {refusal !== null && <Refused>{refusal}</Refused>}
      </form>
    </Part>
  )
}
