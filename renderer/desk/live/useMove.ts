import { useCallback } from 'react'

import type { Session } from '../../state/session'
import { focusEntry } from '../meeting/entryKeys'

type Entry = { readonly id: string; readonly text: string }

/** Moves an entry among the others of its list, says where it stands then, and keeps the focus on it. */
export function useMove(session: Session, readOnly: boolean) {
  return useCallback(
    (items: readonly Entry[], id: string, by: 1 | -1) => {
      const was = items.findIndex((item) => item.id === id)
      const to = was + by
      const text = items[was]?.text
      if (readOnly || text === undefined || to < 0 || to >= items.length) return
      const places = `“${text}” is now ${to + 1} of ${items.length}.`
      void session
        .tell({ type: 'moveEntry', entry: id, to }, () => places)
        .then(() => requestAnimationFrame(() => focusEntry(id)))
    },
    [session, readOnly],
  )
}
