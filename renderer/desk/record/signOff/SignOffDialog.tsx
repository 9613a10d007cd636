import './signOff.css'

import { useState, type FormEvent } from 'react'

import type { SignOffMark } from '../../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../../shared/text'
import { newestRevision } from '../../../state/recordView'
import type { Strokes } from '../../../state/strokes'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { Field, TextField } from '../../../ui/Field'
import { Fingerprint } from '../../../ui/Fingerprint'
import { Refused } from '../../../ui/Notice'
import { focusStage } from '../../meeting/focusStage'
import type { RecordDialogProps } from '../RecordDialogs'
import { DrawingField } from './DrawingField'

const ELSE = ''

/** One person approves the newest revision: by typing their name, or by drawing it. */
export function SignOffDialog({ session, meeting, onClose }: RecordDialogProps) {
  const revision = newestRevision(meeting)
  const [others] = useState(() => {
    const given = new Set(
      meeting.signOffs.filter((each) => each.revision === revision?.number).map(({ attendee }) => attendee),
    )
    return meeting.attendees.filter(({ id }) => !given.has(id))
  })
  const [attendee, setAttendee] = useState(others[0]?.id ?? ELSE)
  const person = meeting.attendees.find(({ id }) => id === attendee) ?? null
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const [kind, setKind] = useState<SignOffMark['kind']>('typed')
  const [typed, setTyped] = useState('')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  if (revision === null) return null
  const who = person?.name ?? name.trim()

  function markOrRefusal(): SignOffMark | string {
    if (who === '') return 'Write the name of the person who signs off.'
    if (kind === 'typed')
      return typed.trim() === ''
        ? 'Type your name: it stands for your approval.'
        : { kind, text: typed.trim() }
    return strokes.length === 0 ? 'Draw your name, or choose to type it.' : { kind, strokes }
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    const mark = markOrRefusal()
    if (typeof mark === 'string') {
      setRefusal(mark)
      return
    }
    const answer = await session.run({
      type: 'giveSignOff',
      attendee: person?.id ?? null,
      name: who,
      role: person?.role ?? role.trim(),
      mark,
    })
    if (!answer.ok) {
      setRefusal(answer.refusal.sentence)
      return
    }
    session.say({ kind: 'done', sentence: `${who} has signed off.` })
    onClose()
    focusStage('record')
  }

  return (
    <Dialog title="Add sign-off" onClose={onClose}>
      <p>
        Whoever signs off approves revision {revision.number} as it stands, with this fingerprint:{' '}
        <Fingerprint value={revision.fingerprint} of={`revision ${revision.number}`} />
      </p>
      <form className="sign-off" noValidate onSubmit={(event) => void save(event)}>
        <Field label="Person">
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={attendee}
              data-first=""
              onChange={({ target }) => setAttendee(target.value)}
            >
              {others.map(({ id, name: each, role: title }) => (
                <option key={id} value={id}>
                  {title === '' ? each : `${each}, ${title}`}
                </option>
              ))}
              <option value={ELSE}>Somebody else</option>
            </select>
          )}
        </Field>
        {person === null && (
          <div className="sign-off-pair">
            <TextField
              label="Name"
              value={name}
              maxLength={LONGEST_LINE}
              onChange={({ target }) => setName(target.value)}
            />
            <TextField
              label="Role"
              value={role}
              maxLength={LONGEST_LINE}
              onChange={({ target }) => setRole(target.value)}
            />
          </div>
        )}
        <fieldset className="sign-off-kinds">
          <legend className="field-label">How</legend>
          <Choice name="kind" label="Typed" checked={kind === 'typed'} onChoose={() => setKind('typed')} />
          <Choice name="kind" label="Drawn" checked={kind === 'drawn'} onChoose={() => setKind('drawn')} />
        </fieldset>
        {kind === 'typed' ? (
          <TextField
            label="Type your name"
            className="sign-off-typed"
            value={typed}
            placeholder={who}
            maxLength={LONGEST_LINE}
            onChange={({ target }) => setTyped(target.value)}
          />
        ) : (
          <DrawingField onDrawn={setStrokes} isEmpty={strokes.length === 0} />
        )}
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look="primary" type="submit" keys="Enter">
            Sign off
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
