import { UserCheck } from 'lucide-react'
import { useRef } from 'react'

import type { KnownSigner } from '../../../shared/identity/schema'
import { forgetSigner } from '../../state/identities'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'
import type { SaidHere } from './IdentitiesDialog'

type KnownSignersProps = {
  readonly signers: readonly KnownSigner[]
  readonly onSaid: (said: SaidHere) => void
}

/** Everybody whose certificate was compared and kept: verifying calls them known. */
export function KnownSigners({ signers, onSaid }: KnownSignersProps) {
  const title = useRef<HTMLHeadingElement>(null)

  async function forget({ fingerprint, name }: KnownSigner) {
    const answer = await forgetSigner(fingerprint)
    onSaid(
      answer.ok
        ? { kind: 'done', sentence: `${name} is no longer known here.` }
        : { kind: 'refused', sentence: answer.refusal.sentence },
    )
    title.current?.focus()
  }

  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        Known signers
      </h3>
      {signers.length === 0 ? (
        <p className="record-none">
          Nobody yet. When you verify a record, “I know this signer” keeps the certificate of whoever signed.
        </p>
      ) : (
        <ul className="rows" aria-label="Known signers">
          {signers.map((signer) => (
            <li key={signer.fingerprint}>
              <UserCheck size={16} aria-hidden />
              <div className="row-words">
                <p>
                  <strong>{signer.name}</strong>
                </p>
                <Fingerprint value={signer.fingerprint} of={`the certificate of ${signer.name}`} full />
              </div>
              <Button small aria-label={`Forget ${signer.name}`} onClick={() => void forget(signer)}>
                Forget
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
