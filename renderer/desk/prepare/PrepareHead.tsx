import { CalendarPlus, Copy, Pencil, Play, Timer } from 'lucide-react'

import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { setForms } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { StageHead } from '../meeting/StageHead'

type PrepareHeadProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readOnly: boolean
  readonly onStart: () => void
}

/** The meeting's name and when it is, what can be done with its invitation, and the way to start it. */
export function PrepareHead({ session, meeting, readOnly, onStart }: PrepareHeadProps) {
  async function copy() {
    const answer = await bridge.call('invitation:copy', { meeting: meeting.id })
    session.say(
      answer.ok
        ? { kind: 'done', sentence: 'Invitation copied.' }
        : { kind: 'refused', sentence: answer.refusal.sentence },
    )
  }

  async function save() {
    const answer = await bridge.call('invitation:save', { meeting: meeting.id })
    if (!answer.ok) session.say({ kind: 'refused', sentence: answer.refusal.sentence })
    else if (answer.value.path !== null) {
      session.say({ kind: 'done', sentence: `Invitation saved to ${answer.value.path}.` })
    }
  }

  async function rehearse() {
    const answer = await bridge.call('rehearsal:open', { meeting: meeting.id })
    session.say(answer.ok ? null : { kind: 'refused', sentence: answer.refusal.sentence })
  }

  return (
    <StageHead meeting={meeting}>
      <div className="prepare-actions">
        {!readOnly && (
          <Button
            look="quiet"
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => setForms(meeting.id, { details: true })}
          >
            Edit details
          </Button>
        )}
        <Button look="quiet" icon={<Copy size={14} aria-hidden />} onClick={() => void copy()}>
          Copy invitation
        </Button>
        <Button look="quiet" icon={<CalendarPlus size={14} aria-hidden />} onClick={() => void save()}>
          Save invitation (.ics)
        </Button>
        {meeting.status === 'draft' && (
          <Button icon={<Timer size={14} aria-hidden />} onClick={() => void rehearse()}>
            Rehearse
          </Button>
        )}
        {meeting.status === 'draft' && (
          <Button look="primary" icon={<Play size={16} aria-hidden />} disabled={readOnly} onClick={onStart}>
            Start meeting
          </Button>
        )}
      </div>
    </StageHead>
  )
}
