import './finalise.css'

import { useMemo, useState } from 'react'

import { closingOf } from '../../../../shared/meeting/closing'
import { MOST_SIGNERS } from '../../../../shared/meeting/commands'
import { chosenRevision, newestRevision } from '../../../state/recordView'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Notice, Refused } from '../../../ui/Notice'
import { NotAnswered } from '../../live/closing/NotAnswered'
import { NotOwned } from '../../live/closing/NotOwned'
import { focusStage } from '../../meeting/focusStage'
import { useConflicts } from '../../meeting/useConflicts'
import { count } from '../../words'
import type { RecordDialogProps } from '../RecordDialogs'
import { capturedLines } from './captures'
import { ExpectedSigners } from './ExpectedSigners'
import { Fixed } from './Fixed'
import { LeaveOut } from './LeaveOut'

/** Shows what the next revision will fix and what it lacks, asks what to leave out and who is to sign. */
export function FinaliseDialog({ session, meeting, onClose }: RecordDialogProps) {
  const number = (newestRevision(meeting)?.number ?? 0) + 1
  const left = useMemo(() => closingOf(meeting), [meeting])
  const [first] = useState(left)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [signers, setSigners] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        meeting.attendees
          .filter(({ present }) => present.length > 0)
          .slice(0, MOST_SIGNERS)
          .map(({ id }) => id),
      ),
  )
  const conflicts = useConflicts(meeting)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const lines = useMemo(() => capturedLines(meeting), [meeting])
  const out = lines.filter(({ id }) => leftOut.has(id)).map(({ id }) => id)

  async function finalise() {
    if (busy) return
    setBusy(true)
    const expected = meeting.attendees.filter(({ id }) => signers.has(id)).map(({ id }) => id)
    const answer = await session.run({ type: 'finalise', leftOut: out, signers: expected })
    setBusy(false)
    if (!answer.ok) {
      setRefusal(answer.refusal.sentence)
      return
    }
    chosenRevision.set(null)
    session.say({ kind: 'done', sentence: `Finalised as revision ${number}.` })
    onClose()
    focusStage('record')
  }

  return (
    <Dialog
      title={`Finalise the record as revision ${number}`}
      wide
      onClose={onClose}
      foot={
        <div className="dialog-buttons">
          <p className="closing-sum figures">
            {count(lines.length - out.length, 'entry', 'entries')} in revision {number}, {out.length} left
            out, {count(signers.size, 'expected signer')}. Revision {number} cannot be changed afterwards.
          </p>
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look="primary" data-first="" aria-busy={busy} onClick={() => void finalise()}>
            Finalise
          </Button>
        </div>
      }
    >
      <p className="closing-lead">
        Revision {number} fixes the record as it stands now, under a fingerprint of its own. It cannot be
        changed afterwards: a later correction makes revision {number + 1}, and revision {number} stays as it
        is.
      </p>
      {conflicts.length > 0 && (
        <Notice small>
          {count(conflicts.length, 'difference')} between the copies {conflicts.length === 1 ? 'is' : 'are'}{' '}
          not settled. The record fixes what stands now:{' '}
          {conflicts.map(({ field, what }) => `${field} of ${what}`).join('; ')}.
        </Notice>
      )}
      {refusal !== null && <Refused>{refusal}</Refused>}
      <Fixed meeting={meeting} />
      <ExpectedSigners attendees={meeting.attendees} chosen={signers} onChange={setSigners} />
      <LeaveOut lines={lines} leftOut={leftOut} onChange={setLeftOut} />
      {first.unanswered.length > 0 && (
        <NotAnswered session={session} meeting={meeting} first={first.unanswered} />
      )}
      {first.unowned.length > 0 && (
        <NotOwned session={session} meeting={meeting} unowned={left.unowned} tasks={[]} />
      )}
    </Dialog>
  )
}
