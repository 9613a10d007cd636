import './NewMeeting.css'

import { useEffect, useState, type FormEvent } from 'react'

import type { PlaybookSummary } from '../../../shared/ipc'
import { LONGEST_LINE } from '../../../shared/text'
import { bridge } from '../../bridge'
import { appInfo, confirmAuthor, type AppInfo } from '../../state/author'
import { go } from '../../state/route'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field, TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { momentIn } from './plannedStart'
import { zones } from './zones'

type FormProps = {
  readonly info: AppInfo
  readonly playbooks: readonly PlaybookSummary[]
  readonly onClose: () => void
}

async function create(form: FormData): Promise<string | null> {
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const named = await confirmAuthor(field('author'))
  if (!named.ok) return named.refusal.sentence
  const answer = await bridge.call('meeting:create', {
    playbook: field('playbook'),
    title: field('title'),
    plannedStart: momentIn(field('plannedStart'), field('timeZone')),
    place: field('place'),
    timeZone: field('timeZone'),
  })
  if (!answer.ok) return answer.refusal.sentence
  go({ page: 'meeting', id: answer.value.id, stage: 'prepare' })
  return null
}

function NewMeetingForm({ info, playbooks, onClose }: FormProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [askName] = useState(!info.authorConfirmed)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    setRefusal(await create(new FormData(event.currentTarget)))
    setBusy(false)
  }

  return (
    <form className="new-meeting" noValidate onSubmit={(event) => void submit(event)}>
      <fieldset className="playbooks">
        <legend className="field-label">Playbook</legend>
        {playbooks.map(({ id, title, summary }, index) => (
          <div className="playbook" key={id}>
            <input
              type="radio"
              name="playbook"
              value={id}
              id={`playbook-${id}`}
              defaultChecked={index === 0}
              aria-describedby={`playbook-${id}-summary`}
            />
            <label htmlFor={`playbook-${id}`}>{title}</label>
            <p id={`playbook-${id}-summary`}>{summary}</p>
          </div>
        ))}
      </fieldset>
      <TextField label="Title" name="title" maxLength={LONGEST_LINE} required data-first="" />
      <div className="new-meeting-pair">
        <Field label="Planned start">
          {(ids) => <input {...ids} type="datetime-local" name="plannedStart" className="input figures" />}
        </Field>
        <Field label="Time zone">
          {(ids) => (
            <select {...ids} name="timeZone" className="input" defaultValue={info.timeZone}>
              {zones(info.timeZone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <TextField label="Place or link" name="place" maxLength={LONGEST_LINE} />
      {askName && (
        <TextField
          label="Your name"
          name="author"
          maxLength={LONGEST_LINE}
          defaultValue={info.author.name}
          hint={`Stands beside everything written on this computer (${info.author.device}). Asked once.`}
        />
      )}
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="dialog-buttons">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit">
          Create
        </Button>
      </div>
    </form>
  )
}

/** Asks what a new meeting is about, and opens it for preparing. */
export function NewMeeting({ onClose }: { readonly onClose: () => void }) {
  const info = useObservable(appInfo)
  const [playbooks, setPlaybooks] = useState<readonly PlaybookSummary[] | null>(null)
  useEffect(() => {
    void bridge.call('playbook:list', null).then(setPlaybooks)
  }, [])
  if (info === null || playbooks === null) return null
  return (
    <Dialog title="New meeting" onClose={onClose}>
      <NewMeetingForm info={info} playbooks={playbooks} onClose={onClose} />
    </Dialog>
  )
}
