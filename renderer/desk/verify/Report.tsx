import type { VerifiedFile } from '../../../shared/ipcRecord'
import { NOT_PROVEN } from '../../../shared/verify/sentences'
import { Fingerprint } from '../../ui/Fingerprint'
import { SignerRow } from './SignerRow'
import { VerdictLine } from './VerdictLine'

/** The verdict, who signed, who has not, what was found, and what a signature does not prove. */
export function Report({ file }: { readonly file: VerifiedFile }) {
  const { revision, fingerprint, signers, missing, findings } = file.report
  return (
    <div className="report">
      <VerdictLine report={file.report} name={file.name} />
      {revision !== null && (
        <p className="report-of figures">
          Revision {revision}
          {fingerprint !== null && (
            <>
              , fingerprint <Fingerprint value={fingerprint} of={`revision ${revision}`} />
            </>
          )}
        </p>
      )}
      {findings.length > 0 && (
        <section aria-labelledby="findings">
          <h3 id="findings">What was found</h3>
          <ul className="findings">
            {findings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {signers.length > 0 && (
        <section aria-labelledby="signed-by">
          <h3 id="signed-by">Signed by</h3>
          <ul className="rows" aria-label="Signed by">
            {signers.map((signer, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- one person may sign twice; rows never move
              <SignerRow key={index} signer={signer} />
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section aria-labelledby="not-signed">
          <h3 id="not-signed">Expected, and not signed</h3>
          <ul className="findings" aria-label="Expected, and not signed">
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {signers.length > 0 && (
        <section aria-labelledby="limits">
          <h3 id="limits">What a signature does not prove</h3>
          <ul className="findings limits">
            {NOT_PROVEN.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
