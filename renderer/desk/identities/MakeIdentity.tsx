import './identities.css'

import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { LONGEST_LINE } from '../../../shared/text'
import { makeIdentity } from '../../state/identities'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { TextField } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { NewPassphrase, NO_PASSPHRASE, passphraseRefusal } from './NewPassphrase'
import { WORTH } from './words'

/** Whom an identity is probably for. */
export type Suggested = { readonly name: string; readonly email: string }

type MakeIdentityProps = {
  readonly suggested: Suggested
  /** Whether the system's key store can keep a key here. */
  readonly systemStore: boolean
  readonly onMade: (made: IdentitySummary, passphrase: string | null) => void
  readonly onCancel: () => void
}

/** Makes an identity to sign with: whose it is, and what keeps its key. */
export function MakeIdentity({ suggested, systemStore, onMade, onCancel }: MakeIdentityProps) {
  const [name, setName] = useState(suggested.name)
  const [email, setEmail] = useState(suggested.email)
  const [inStore, setInStore] = useState(systemStore)
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  async function make(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const reason = inStore ? null : passphraseRefusal(passphrase)
    if (name.trim() === '' || reason !== null) {
      setRefusal(name.trim() === '' ? 'Write the name that is to stand in the signature.' : reason)
      return
    }
    const secret = inStore ? null : passphrase.once
    setBusy(true)
    const answer = await makeIdentity({ name: name.trim(), email: email.trim(), passphrase: secret })
    setBusy(false)
    if (answer.ok) onMade(answer.value, secret)
    else setRefusal(answer.refusal.sentence)
  }

  return (
    <form
      className="identity-form"
      aria-label="Make an identity"
      ref={form}
      noValidate
      onSubmit={(event) => void make(event)}
    >
      <h3>Make an identity</h3>
      <p className="identity-worth">{WORTH}</p>
      <div className="identity-pair">
        <TextField
          label="Name"
          value={name}
          maxLength={LONGEST_LINE}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label="E-mail"
          type="email"
          value={email}
          maxLength={LONGEST_LINE}
          onChange={({ target }) => setEmail(target.value)}
        />
      </div>
      <fieldset className="identity-keep">
        <legend className="field-label">What keeps the key</legend>
        <Choice
          name="keep"
          label="This computer’s key store"
          checked={inStore}
          disabled={!systemStore}
          hint={
            systemStore
              ? 'Nothing to type when signing; whoever uses your account on this computer can sign.'
              : 'There is none here that Lectern can use.'
          }
          onChoose={() => setInStore(true)}
        />
        <Choice
          name="keep"
          label="A passphrase"
          checked={!inStore}
          hint="Typed each time you sign."
          onChoose={() => setInStore(false)}
        />
      </fieldset>
      {!inStore && <NewPassphrase label="Passphrase" value={passphrase} onChange={setPassphrase} />}
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="dialog-buttons">
        <Button onClick={onCancel}>Back</Button>
        <Button look="primary" type="submit" aria-busy={busy}>
          Make identity
        </Button>
      </div>
    </form>
  )
}
