import { Redo2, Undo2 } from 'lucide-react'

import { deskKey } from '../../../shared/keys/desk'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { ariaShortcut } from '../../ui/Keys'
import { redoLast, undoLast } from '../meeting/undoRedo'

/** The way back, where the eye is after each capture; and the way on again. */
export function UndoRedo({ session }: { readonly session: Session }) {
  return (
    <div className="undo-redo">
      <Button
        small
        icon={<Undo2 size={16} aria-hidden />}
        keys="Mod+Z"
        aria-keyshortcuts={ariaShortcut(deskKey('capture.undo').keys)}
        onClick={() => void undoLast(session)}
      >
        Undo
      </Button>
      <Button
        small
        look="quiet"
        icon={<Redo2 size={16} aria-hidden />}
        aria-keyshortcuts={ariaShortcut(deskKey('capture.redo').keys)}
        title="Redo (Ctrl+Shift+Z or Ctrl+Y)"
        onClick={() => void redoLast(session)}
      >
        Redo
      </Button>
    </div>
  )
}
