import type { DeskKeyId } from '../../../shared/keys/desk'
import type { LogEntry } from '../../../shared/meeting/entries'
import { redoneWords, undoneWords } from '../../../shared/meeting/changeWords'
import type { Session } from '../../state/session'

/** Whether a command is one of the two: in a text field that has text, the field's own goes first. */
export function isUndoOrRedo(id: DeskKeyId): boolean {
  return id === 'capture.undo' || id === 'capture.redo'
}

function words(session: Session, { body }: LogEntry): string {
  const state = session.state.get()
  if (state.phase !== 'open') return 'Done.'
  if (body.type === 'change.undone') return undoneWords(body.body, state.meeting)
  return body.type === 'change.redone' ? redoneWords(body.body, state.meeting) : 'Done.'
}

/** Takes back what was done last, in whichever window, and says what that was. */
export function undoLast(session: Session): Promise<boolean> {
  return session.tell({ type: 'undo' }, (entry) => words(session, entry))
}

/** Makes what was taken back last again, and says what that is. */
export function redoLast(session: Session): Promise<boolean> {
  return session.tell({ type: 'redo' }, (entry) => words(session, entry))
}
