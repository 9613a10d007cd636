import { PenTool } from 'lucide-react'

import { formatMoment } from '../../../shared/capture/due'
import type { Meeting, Revision } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { focusStage } from '../meeting/focusStage'
import { openRecordDialog, signOffsClosed } from './openRecordDialog'
import { SignOffMark } from './SignOffMark'

type SignOffsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly revision: Revision
  readonly readOnly: boolean
}

/** Who approved the revision, typed or drawn; open until it is signed. */
export function SignOffs({ session, meeting, revision, readOnly }: SignOffsProps) {
  const given = meeting.signOffs.filter((each) => each.revision === revision.number)
  const closed = signOffsClosed(meeting)

  async function withdraw(id: string, name: string) {
    const done = () => `The sign-off of ${name} is withdrawn.`
    if (await session.tell({ type: 'withdrawSignOff', signOff: id }, done)) focusStage('record')
  }

  return (
    <section className="record-section" aria-label="Sign-offs">
      <h2>
        Sign-offs <span className="figures">{given.length}</span>
      </h2>
      {given.length > 0 && (
        <ul className="rows" aria-label="Sign-offs">
          {given.map(({ id, name, role, at, mark }) => (
            <li key={id}>
              <div className="row-words">
                <p>
                  <strong>{name}</strong>
                  {role !== '' && `, ${role}`}
                </p>
                <p className="figures">{formatMoment(at, meeting.timeZone)}</p>
              </div>
              <SignOffMark mark={mark} name={name} />
              {closed === null && !readOnly && (
                <Button
                  small
                  look="quiet"
                  aria-label={`Withdraw sign-off of ${name}`}
                  onClick={() => void withdraw(id, name)}
                >
                  Withdraw
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="section-tools">
        {closed === null && !readOnly && (
          <Button
            icon={<PenTool size={16} aria-hidden />}
            onClick={() => openRecordDialog(session, 'signOff')}
          >
            Add sign-off
          </Button>
        )}
        <p>
          {closed ?? 'A name typed or drawn, bound to the fingerprint. Possible until the first signature.'}
        </p>
      </div>
    </section>
  )
}
