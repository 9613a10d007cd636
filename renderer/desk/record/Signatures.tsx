import { BadgeCheck, Circle, KeyRound } from 'lucide-react'

import { formatMoment } from '../../../shared/capture/due'
import type { Revision } from '../../../shared/meeting/schema'
import { deskDialog } from '../../state/deskDialog'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'

type SignaturesProps = { readonly revision: Revision; readonly timeZone: string }

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** Who signed the PDF on this computer, and who is still expected to. */
export function Signatures({ revision, timeZone }: SignaturesProps) {
  const { number, signatures, signers } = revision
  const signed = new Set(signatures.map(({ name }) => fold(name)))
  const waiting = signers.filter(({ name }) => !signed.has(fold(name)))
  return (
    <section className="record-section" aria-label="Signatures">
      <h2>
        Signatures <span className="figures">{signatures.length}</span>
      </h2>
      {signatures.length + waiting.length > 0 && (
        <ul className="rows" aria-label="Signatures">
          {signatures.map(({ name, at, certificate }) => (
            <li key={`${certificate} ${at}`}>
              <BadgeCheck size={16} aria-hidden />
              <div className="row-words">
                <p>
                  <strong>{name}</strong> signed
                </p>
                <p className="figures">{formatMoment(at, timeZone)}</p>
              </div>
              <Fingerprint value={certificate} of={`the certificate of ${name}`} />
            </li>
          ))}
          {waiting.map(({ attendee, name, role }) => (
            <li key={attendee} data-waits="true">
              <Circle size={16} aria-hidden />
              <div className="row-words">
                <p>
                  {name}
                  {role !== '' && `, ${role}`} <span className="row-note">expected, has not signed here</span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="section-tools">
        <Button
          icon={<KeyRound size={16} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => deskDialog.set('identities')}
        >
          Identities
        </Button>
        <p>
          {signatures.length === 0
            ? `“Sign record” puts a cryptographic signature on the PDF of revision ${number}.`
            : 'Somebody else at another computer signs the exported PDF there, with “Verify a record”.'}
        </p>
      </div>
    </section>
  )
}
