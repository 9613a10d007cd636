import { BadgeCheck, CircleX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { SignerReport } from '../../../shared/verify/report'
import { moment } from '../../../shared/verify/sentences'
import { knowSigner } from '../../state/verified'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'
import { Refused } from '../../ui/Notice'
import { signerWords } from './words'

/** One signature: whose, when, whether it holds, and whether the signer is known here. */
export function SignerRow({ signer }: { readonly signer: SignerReport }) {
  const { name, fingerprint, known, at, status } = signer
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const compare = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asking) compare.current?.focus()
  }, [asking])
  const canKnow = status === 'valid' && !known && /^[0-9a-f]{64}$/.test(fingerprint)

  async function know() {
    const answer = await knowSigner(fingerprint, name)
    setRefusal(answer.ok ? null : answer.refusal.sentence)
    if (!answer.ok) return
    setAsking(false)
    row.current?.focus()
  }

  function notYet() {
    setAsking(false)
    row.current?.focus()
  }

  return (
    <li className="signer" data-status={status} ref={row} tabIndex={-1}>
      {status === 'valid' ? <BadgeCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
      <div className="row-words">
        <p>
          <strong>{name}</strong> <span className="signer-status">{signerWords[status]}</span>{' '}
          <span className="signer-known">{known ? 'Known here' : 'Unknown here'}</span>
        </p>
        <p className="figures">{at === null ? 'No time is given' : `${moment(at)} by the signer’s clock`}</p>
        <Fingerprint value={fingerprint} of={`the certificate of ${name}`} full={asking} />
        {asking && (
          <div className="signer-compare" ref={compare} tabIndex={-1}>
            <p>
              Ask {name} for the fingerprint by another way, for example on the phone, and compare all of it
              with the one above. If they are the same, keep it: from then on this signer is called known.
            </p>
            <div className="section-tools">
              <Button small look="primary" onClick={() => void know()}>
                They are the same
              </Button>
              <Button small onClick={notYet}>
                Not yet
              </Button>
            </div>
          </div>
        )}
        {refusal !== null && <Refused>{refusal}</Refused>}
      </div>
      {canKnow && !asking && (
        <Button small onClick={() => setAsking(true)}>
          I know this signer
        </Button>
      )}
    </li>
  )
}
