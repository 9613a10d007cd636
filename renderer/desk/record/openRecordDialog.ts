import type { Meeting } from '../../../shared/meeting/schema'
import { deskDialog, type DeskDialog } from '../../state/deskDialog'
import { newestRevision } from '../../state/recordView'
import { go, route } from '../../state/route'
import type { Session } from '../../state/session'
import { focusStage } from '../meeting/focusStage'

type RecordDialog = Exclude<DeskDialog, 'verify' | 'identities'>

/** Why sign-offs are closed, in a sentence, or null while they are open. */
export function signOffsClosed(meeting: Meeting): string | null {
  if (meeting.status !== 'finalised') return 'Finalise the record first: a sign-off approves a revision.'
  const newest = newestRevision(meeting)
  if (newest === null || newest.signatures.length === 0) return null
  return `Sign-offs are closed: revision ${newest.number} is signed, and its signature covers them.`
}

/** Why a dialog makes no sense as the meeting stands, or null. */
function whyNot(meeting: Meeting, readOnly: boolean, wanted: RecordDialog): string | null {
  const { status } = meeting
  if (readOnly && wanted !== 'export') return 'This meeting can be read here, but not changed.'
  switch (wanted) {
    case 'finalise':
      if (status === 'finalised')
        return 'This record is finalised already. “Correct the record” opens it again.'
      return status === 'ended' ? null : 'End the meeting first: a record is finalised when it is over.'
    case 'signOff':
      return signOffsClosed(meeting)
    case 'sign':
      return status === 'finalised' ? null : 'Finalise the record first: a draft cannot be signed.'
    case 'correct':
      return status === 'finalised' ? null : 'This record is not finalised: it can be corrected as it is.'
    case 'export':
      return null
  }
}

/** Runs `then` at the stage Record: at once when that is at hand, else once it has been drawn. */
export function atRecord(session: Session, then: () => void): void {
  const here = route.get()
  if (here.page === 'meeting' && here.stage === 'record') {
    then()
    return
  }
  go({ page: 'meeting', id: session.id, stage: 'record' })
  focusStage('record')
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** Opens a dialog about the record at hand, or says why it makes no sense now. */
export function openRecordDialog(session: Session, wanted: RecordDialog): void {
  const state = session.state.get()
  if (state.phase !== 'open') return
  const refusal = whyNot(state.meeting, state.readOnly, wanted)
  atRecord(session, () => {
    if (refusal === null) deskDialog.set(wanted)
    else session.say({ kind: 'refused', sentence: refusal })
  })
}
