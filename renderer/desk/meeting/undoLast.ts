import type { Session } from '../../state/session'

/** Takes back what was captured last, and says what that was. */
export function undoLast(session: Session): Promise<boolean> {
  return session.tell({ type: 'undoCapture' }, ({ body }) =>
    body.type === 'capture.undone' ? `Undone: ${body.captured.item.text}` : 'Undone.',
  )
}
