import { useState, type FormEvent } from 'react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { bridge } from '../../bridge'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'
import { NewPassphrase, NO_PASSPHRASE, passphraseRefusal } from './NewPassphrase'
import { PassphraseField } from './PassphraseField'

type BackupIdentityProps = {
  readonly identity: IdentitySummary
  readonly onDone: (path: string) => void
  readonly onCancel: () => void
}

/** Saves key and certificate as a file under a passphrase of its own. */
export function BackupIdentity({ identity, onDone, onCancel }: BackupIdentityProps) {
  const { id, name, protection } = identity
  const [opens, setOpens] = useState('')
  const [chosen, setChosen] = useState(NO_PASSPHRASE)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const reason = passphraseRefusal(chosen)
    setRefusal(reason)
    if (reason !== null) return
    const answer = await bridge.call('identity:backup', {
      id,
      passphrase: protection === 'passphrase' ? opens : null,
      backupPassphrase: chosen.once,
    })
    if (!answer.ok) setRefusal(answer.refusal.sentence)
    else if (answer.value.path !== null) onDone(answer.value.path)
  }

  return (
    <form className="identity-form" aria-label="Back up" noValidate onSubmit={(event) => void save(event)}>
      <h3>Back up the identity of {name}</h3>
      <p>
        The backup is a file (.p12) with key and certificate. Whoever has it and its passphrase can sign in
        your name: keep both, apart from each other.
      </p>
      {protection === 'passphrase' && (
        <PassphraseField label="Passphrase of this identity" value={opens} onChange={setOpens} />
      )}
      <NewPassphrase label="Passphrase of the backup" value={chosen} onChange={setChosen} />
      {refusal !== null && <Refused>{refusal}</Refused>}
      <div className="dialog-buttons">
        <Button onClick={onCancel}>Back</Button>
        <Button look="primary" type="submit">
          Save backup
        </Button>
      </div>
    </form>
  )
}
