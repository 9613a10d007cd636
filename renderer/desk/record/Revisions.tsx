import { formatMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import { chosenRevision, shownRevision } from '../../state/recordView'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'
import { count } from '../words'
import { exportAs } from './exportRecord'

type RevisionsProps = { readonly session: Session; readonly meeting: Meeting }

/** Every revision there is, newest first: each can still be looked at and exported. */
export function Revisions({ session, meeting }: RevisionsProps) {
  const shown = shownRevision(meeting, useObservable(chosenRevision))
  return (
    <section className="record-section" aria-label="Revisions">
      <h2>
        Revisions <span className="figures">{meeting.revisions.length}</span>
      </h2>
      <ul className="rows" aria-label="Revisions">
        {meeting.revisions.toReversed().map(({ number, at, by, fingerprint, signatures }) => (
          <li key={number}>
            <div className="row-words figures">
              <p>
                <strong>Revision {number}</strong>, {formatMoment(at, meeting.timeZone)}, {by.name}
              </p>
              <p>
                {signatures.length === 0 ? 'Not signed' : count(signatures.length, 'signature')} ·{' '}
                <Fingerprint value={fingerprint} of={`revision ${number}`} />
              </p>
            </div>
            <div className="row-tools">
              <Button
                small
                aria-pressed={shown === number}
                aria-label={`Preview revision ${number}`}
                onClick={() => chosenRevision.set(number)}
              >
                Preview
              </Button>
              <Button
                small
                aria-label={`Export revision ${number}`}
                onClick={() => void exportAs(session, meeting, 'pdf', number)}
              >
                Export
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
