import { FilePen, PenLine } from 'lucide-react'

import { formatMoment } from '../../../shared/capture/due'
import { deskKey } from '../../../shared/keys/desk'
import type { Revision } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Fingerprint } from '../../ui/Fingerprint'
import { ariaShortcut } from '../../ui/Keys'
import { count } from '../words'
import { openRecordDialog } from './openRecordDialog'

type RevisionHeadProps = {
  readonly session: Session
  readonly revision: Revision
  readonly timeZone: string
  readonly readOnly: boolean
}

const signKeys = deskKey('record.sign').keys

/** A record that is fixed: which revision, since when and by whom, its fingerprint, and what comes next. */
export function RevisionHead({ session, revision, timeZone, readOnly }: RevisionHeadProps) {
  const { number, at, by, fingerprint, leftOut, signatures } = revision
  return (
    <section className="masthead" aria-labelledby="masthead-title">
      <div>
        <h2 className="masthead-title figures" id="masthead-title">
          Revision {number}
        </h2>
        <p className="masthead-facts figures">
          Finalised {formatMoment(at, timeZone)} by {by.name}.
          {leftOut.length > 0 && ` ${count(leftOut.length, 'entry', 'entries')} left out.`} What it prints is
          fixed; only the status of actions still changes.
        </p>
        <div className="masthead-print">
          Fingerprint <Fingerprint value={fingerprint} of={`revision ${number}`} />
        </div>
      </div>
      {!readOnly && (
        <div className="masthead-buttons">
          <Button
            look={signatures.length === 0 ? 'primary' : 'plain'}
            icon={<PenLine size={16} aria-hidden />}
            keys={signKeys[0] ?? ''}
            aria-keyshortcuts={ariaShortcut(signKeys)}
            data-begin=""
            onClick={() => openRecordDialog(session, 'sign')}
          >
            Sign record
          </Button>
          <Button
            look="quiet"
            icon={<FilePen size={16} aria-hidden />}
            onClick={() => openRecordDialog(session, 'correct')}
          >
            Correct the record
          </Button>
        </div>
      )}
    </section>
  )
}
