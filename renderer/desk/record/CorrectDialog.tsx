import { newestRevision } from '../../state/recordView'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { focusStage } from '../meeting/focusStage'
import type { RecordDialogProps } from './RecordDialogs'

/** Asks before a finalised record is opened for corrections. */
export function CorrectDialog({ session, meeting, onClose }: RecordDialogProps) {
  const number = newestRevision(meeting)?.number ?? 1

  async function reopen() {
    onClose()
    const done = () => `The record is open for corrections. Revision ${number} stays as it is.`
    if (await session.tell({ type: 'reopenRecord' }, done)) focusStage('record')
  }

  return (
    <Dialog title="Correct the record?" onClose={onClose}>
      <p>
        Revision {number} stays as it is, with its sign-offs and signatures, and can be exported at any time.
        Finalising again makes revision {number + 1}, which names the fingerprint of revision {number} and
        needs sign-offs and signatures of its own.
      </p>
      <div className="dialog-buttons">
        <Button onClick={onClose} keys="Esc">
          Cancel
        </Button>
        <Button look="primary" data-first="" onClick={() => void reopen()}>
          Open for corrections
        </Button>
      </div>
    </Dialog>
  )
}
