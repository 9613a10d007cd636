import { useState, type FormEvent } from 'react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { importIdentity } from '../../state/identities'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Refused } from '../../ui/Notice'
import { PassphraseField } from './PassphraseField'

type ImportIdentityProps = {
  readonly systemStore: boolean
  readonly onDone: (read: IdentitySummary) => void
  readonly onCancel: () => void
}

/** Reads an identity from a .p12 file. */
export function ImportIdentity({ systemStore, onDone, onCancel }: ImportIdentityProps) {
  const [passphrase, setPassphrase] = useState('')
  const [keep, setKeep] = useState<'system' | 'passphrase'>(systemStore ? 'system' : 'passphrase')
  const [refusal, setRefusal] = useState<string | null>(null)

  async function read(event: FormEvent) {
    event.preventDefault()
    const answer = await importIdentity({ passphrase, keep })
    if (!answer.ok) setRefusal(answer.refusal.sentence)
    else if (answer.value !== null) onDone(answer.value)
  }

  return (
    <form
      className="identity-form"
      aria-label="Import an identity"
      noValidate
      onSubmit={(event) => void read(event)}
    >
      <h3>Import an identity</h3>
      <p>From a backup, or any other file (.p12, .pfx) with a key and its certificate.</p>
      <PassphraseField label="Passphrase of the file" value={passphrase} onChange={setPassphrase} />
      <fieldset className="identity-keep">
        <legend className="field-label">What keeps the key from now on</legend>
        <Choice
          name="keep"
          label="This computer’s key store"
          checked={keep === 'system'}
          disabled={!systemStore}
          {...(systemStore ? {} : { hint: 'There is none here that Lectern can use.' })}
          onChoose={() => setKeep('system')}
        />
        <Choice
          name="keep"
          label="The same passphrase"
          checked={keep === 'passphrase'}
          onChoose={() => setKeep('passphrase')}
        />
      </fieldset>
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="dialog-buttons">
        <Button onClick={onCancel}>Back</Button>
        <Button look="primary" type="submit">
          Choose file…
        </Button>
      </div>
    </form>
  )
}
