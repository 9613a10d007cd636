import { useState, type FormEvent } from 'react'

import { formatMoment, parseMoment } from '../../../shared/capture/due'
import { dueConflicts } from '../../../shared/meeting/actionConflicts'
import type { Action, Meeting } from '../../../shared/meeting/schema'
import { draftOf } from '../../../shared/meeting/seen'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { conflictWords } from '../words'

type DueDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly action: Action
  readonly onClose: () => void
}

/** When an action is due, in words; what it is at odds with is said before Enter. */
export function DueDialog({ session, meeting, action, onClose }: DueDialogProps) {
  const { timeZone } = meeting
  const [first] = useState(action)
  const was = first.due === null ? '' : formatMoment(first.due, timeZone)
  const [words, setWords] = useState(was)
  const [refusal, setRefusal] = useState<string | null>(null)
  const now = new Date(useMinute()).toISOString()
  const due = words === was ? first.due : words.trim() === '' ? null : parseMoment(words, { now, timeZone })
  const unknown = due === null && words.trim() !== ''
  const conflict = conflictWords(dueConflicts(meeting, { due, task: action.task }, now))
  const meant = due === null ? 'No due date' : formatMoment(due, timeZone)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (unknown) {
      setRefusal(`“${words}” is not a date Lectern understands. Write it like “Friday 17:00”.`)
      return
    }
    const { id, text, owner } = first
    const seen = draftOf({ type: 'action.captured', item: first })
    const draft = { kind: 'action', text, at: null, owner, due } as const
    const answer = due === first.due ? null : await session.run({ type: 'editEntry', entry: id, draft, seen })
    if (answer?.ok === false) setRefusal(answer.refusal.sentence)
    else onClose()
  }

  return (
    <Dialog title="Due date" onClose={onClose}>
      <form className="decision-form" noValidate onSubmit={(event) => void save(event)}>
        <p>{action.text}</p>
        <TextField
          label="Due"
          value={words}
          placeholder="fri 17:00"
          data-first=""
          hint={
            unknown
              ? 'A date like “Friday 17:00” or “27 Nov”'
              : `${meant}${conflict === '' ? '' : `: ${conflict}`}`
          }
          onChange={(event) => {
            setWords(event.target.value)
            setRefusal(null)
          }}
        />
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look="primary" type="submit" keys="Enter">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
