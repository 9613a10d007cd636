import { DateTime } from 'luxon'
import { useState, type FormEvent } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Refusal } from '../../../shared/result'
import { LONGEST_LINE } from '../../../shared/text'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field, TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { momentIn } from '../library/plannedStart'
import { zones } from '../library/zones'

type DetailsProps = { readonly session: Session; readonly meeting: Meeting; readonly onClose: () => void }

/** A moment as a date and time field shows it on the clocks of a zone. */
function localOf(moment: string | null, zone: string): string {
  return moment === null ? '' : DateTime.fromISO(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** Asks for what the meeting is called, when, where, and on whose clocks. */
export function Details({ session, meeting, onClose }: DetailsProps) {
  const { title, plannedStart, place, timeZone } = meeting
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    const answer = await session.run({
      type: 'setDetails',
      title: field('title'),
      plannedStart: momentIn(field('plannedStart'), field('timeZone')),
      place: field('place'),
      timeZone: field('timeZone'),
    })
    if (!answer.ok) {
      setRefusal(answer.refusal)
      return
    }
    session.say({ kind: 'done', sentence: 'Details saved.' })
    onClose()
  }

  return (
    <Dialog title="Meeting details" onClose={onClose}>
      <form className="new-meeting" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label="Title"
          name="title"
          maxLength={LONGEST_LINE}
          defaultValue={title}
          aria-invalid={refusal?.path === 'title'}
          data-first=""
        />
        <div className="new-meeting-pair">
          <Field label="Planned start">
            {(ids) => (
              <input
                {...ids}
                type="datetime-local"
                name="plannedStart"
                className="input figures"
                defaultValue={localOf(plannedStart, timeZone)}
              />
            )}
          </Field>
          <Field label="Time zone">
            {(ids) => (
              <select {...ids} name="timeZone" className="input" defaultValue={timeZone}>
                {zones(timeZone).map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <TextField label="Place or link" name="place" maxLength={LONGEST_LINE} defaultValue={place} />
        {refusal !== null && <Refused>{refusal.sentence}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
