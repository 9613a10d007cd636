import { useEffect } from 'react'

import { deskKeysIn } from '../../../shared/keys/desk'
import { matchKey } from '../../../shared/keys/match'
import type { Session } from '../../state/session'
import { runDeskCommand } from './meetingCommands'
import { isUndoOrRedo } from './undoRedo'

const meetingKeys = deskKeysIn('meeting')

/** A field that has text keeps its own undo. */
function hasText(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    !['radio', 'checkbox', 'range'].includes(target.type) &&
    target.value !== ''
  )
}

/**
 * The keys of a meeting: the three stages, the capture line, and undo and redo, one change at a press.
 * A dialog keeps its keys to itself.
 */
export function useMeetingKeys(session: Session, readOnly: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = matchKey(event, meetingKeys)
      if (command === null || document.querySelector('dialog[open]') !== null) return
      if (isUndoOrRedo(command.id) && (hasText(event.target) || readOnly)) return
      event.preventDefault()
      if (isUndoOrRedo(command.id) && event.repeat) return
      runDeskCommand(session, command.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session, readOnly])
}
