import { FileCheck } from 'lucide-react'

import type { Meeting } from '../../../shared/meeting/schema'
import { newestRevision } from '../../state/recordView'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { openRecordDialog } from '../record/openRecordDialog'

/** Says above Prepare and Live why nothing can be changed there, and offers the way out. */
export function Finalised({ session, meeting }: { readonly session: Session; readonly meeting: Meeting }) {
  const number = newestRevision(meeting)?.number ?? 1
  return (
    <div className="finalised">
      <FileCheck size={16} aria-hidden />
      <p>
        The record is finalised as revision {number}: what it prints cannot be changed here, only the status
        of actions.
      </p>
      <Button small onClick={() => openRecordDialog(session, 'correct')}>
        Correct the record
      </Button>
    </div>
  )
}
