import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Attendee } from '../../../shared/meeting/schema'
import { LONGEST_LINE } from '../../../shared/text'
import { oneAtATime } from '../../state/oneAtATime'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { placeId } from './places'
import { RoleField } from './RoleField'

export type PersonFields = Omit<Attendee, 'id' | 'present'>

const NOBODY: PersonFields = { name: '', role: '', organisation: '', email: '' }

type PersonFormProps = {
  readonly label: string
  readonly person?: Attendee
  /** A role that somebody is wanted for; changing it begins a new person. */
  readonly wanted?: string
  /** Roles of the playbook that nobody has yet. */
  readonly roles: readonly string[]
  /** Null when it was done, else the reason why not. */
  readonly onSubmit: (fields: PersonFields) => Promise<string | null>
  readonly onCancel?: () => void
}

/** The four fields of a person; after one was added it is ready for the next. */
export function PersonForm({ label, person, wanted = '', roles, onSubmit, onCancel }: PersonFormProps) {
  const [fields, setFields] = useState<PersonFields>(person ?? NOBODY)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [once] = useState(oneAtATime)
  const form = useRef<HTMLFormElement>(null)
  const isEditing = person !== undefined
  useEffect(() => {
    if (isEditing) form.current?.querySelector('input')?.focus()
  }, [isEditing])
  const [taken, setTaken] = useState('')
  if (wanted !== taken) {
    setTaken(wanted)
    if (wanted !== '') setFields({ ...fields, role: wanted })
  }

  async function submit() {
    const { name, role, organisation, email } = fields
    const reason = await onSubmit({ name, role, organisation, email })
    setRefusal(reason)
    if (reason === null && !isEditing) setFields(NOBODY)
    form.current?.querySelector('input')?.focus()
  }

  const input = (key: keyof PersonFields) => ({
    value: fields[key],
    maxLength: LONGEST_LINE,
    onKeyDown: (event: { readonly key: string }) => {
      if (event.key === 'Escape') onCancel?.()
    },
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const { value } = event.target
      setFields((now) => ({ ...now, [key]: value }))
    },
  })

  return (
    <form
      ref={form}
      id={isEditing ? undefined : placeId('newPerson')}
      className="person-form"
      noValidate
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        once(submit)
      }}
    >
      <TextField label="Name" {...input('name')} />
      <RoleField
        value={fields.role}
        onChange={(role) => setFields((now) => ({ ...now, role }))}
        roles={roles}
        rolesLabel="Roles still free"
        onChosen={() => form.current?.querySelector<HTMLElement>('.person-form-pair input')?.focus()}
      />
      <div className="person-form-pair">
        <TextField label="Organisation" {...input('organisation')} />
        <TextField label="E-mail" inputMode="email" {...input('email')} />
      </div>
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="person-form-buttons">
        <Button type="submit">{label}</Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}
