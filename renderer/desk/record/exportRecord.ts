import type { ExportForm } from '../../../shared/ipcRecord'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'
import { chosenRevision, paper, shownRevision } from '../../state/recordView'
import { atWork } from '../../state/recordWork'
import type { Session } from '../../state/session'
import { atRecord } from './openRecordDialog'

/** Saves one form of a record where somebody chooses, and says where it lies or why not. */
export async function exportAs(
  session: Session,
  meeting: Meeting,
  form: ExportForm,
  revision: number | null,
): Promise<void> {
  session.say(null)
  const wanted = { meeting: meeting.id, revision, paper: paper.get(), form }
  const answer = await atWork('Making the record', () => bridge.call('record:export', wanted))
  if (!answer.ok) {
    const kind = answer.refusal.code === 'cancelled' ? 'done' : 'refused'
    session.say({ kind, sentence: answer.refusal.sentence })
  } else if (answer.value.path !== null)
    session.say({ kind: 'done', sentence: `Saved to ${answer.value.path}` })
}

/** Saves the PDF that the preview shows. */
export function exportPdf(session: Session): void {
  const state = session.state.get()
  if (state.phase !== 'open') return
  const { meeting } = state
  atRecord(
    session,
    () => void exportAs(session, meeting, 'pdf', shownRevision(meeting, chosenRevision.get())),
  )
}
