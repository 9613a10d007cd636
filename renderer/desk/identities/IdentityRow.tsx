import { KeyRound } from 'lucide-react'

import type { IdentitySummary } from '../../../shared/identity/schema'
import { bridge } from '../../bridge'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'
import type { SaidHere } from './IdentitiesDialog'
import { keepingOf, nameOf } from './words'

type IdentityRowProps = {
  readonly identity: IdentitySummary
  readonly onBackup: () => void
  readonly onSaid: (said: SaidHere) => void
}

/** One identity: whose, its fingerprint in full, what keeps its key, and what can be saved of it. */
export function IdentityRow({ identity, onBackup, onSaid }: IdentityRowProps) {
  const { id, name, fingerprint, trouble } = identity

  async function saveCertificate() {
    const answer = await bridge.call('identity:certificate', { id })
    if (!answer.ok) onSaid({ kind: 'refused', sentence: answer.refusal.sentence })
    else if (answer.value.path !== null) onSaid({ kind: 'done', sentence: `Saved to ${answer.value.path}` })
  }

  return (
    <li data-waits={trouble !== null}>
      <KeyRound size={16} aria-hidden />
      <div className="row-words">
        <p>
          <strong>{nameOf(identity)}</strong>
        </p>
        <p>{keepingOf(identity)}</p>
        {trouble !== null && <p className="identity-trouble">{trouble}</p>}
        {fingerprint !== '' && <Fingerprint value={fingerprint} of={`the certificate of ${name}`} full />}
        {trouble === null && (
          <div className="row-tools">
            <Button small aria-label={`Back up the identity of ${name}`} onClick={onBackup}>
              Back up…
            </Button>
            <Button small aria-label={`Export certificate of ${name}`} onClick={() => void saveCertificate()}>
              Export certificate
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}
