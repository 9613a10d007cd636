import { useEffect } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import { closeDeskDialog, deskDialog } from '../../state/deskDialog'
import { chosenRevision } from '../../state/recordView'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { CorrectDialog } from './CorrectDialog'
import { ExportDialog } from './export/ExportDialog'
import { FinaliseDialog } from './finalise/FinaliseDialog'
import { SignDialog } from './sign/SignDialog'
import { SignOffDialog } from './signOff/SignOffDialog'

export type RecordDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** The dialogs about the record of the meeting at hand. */
export function RecordDialogs({ session, meeting }: Omit<RecordDialogProps, 'onClose'>) {
  const open = useObservable(deskDialog)
  useEffect(
    () => () => {
      closeDeskDialog()
      chosenRevision.set(null)
    },
    [],
  )
  const props = { session, meeting, onClose: closeDeskDialog }
  switch (open) {
    case 'finalise':
      return <FinaliseDialog {...props} />
    case 'correct':
      return <CorrectDialog {...props} />
    case 'signOff':
      return <SignOffDialog {...props} />
    case 'sign':
      return <SignDialog {...props} />
    case 'export':
      return <ExportDialog {...props} />
    case 'verify':
    case 'identities':
    case null:
      return null
  }
}
