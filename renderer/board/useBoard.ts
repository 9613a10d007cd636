import { useEffect, useState } from 'react'

import type { EventPayload } from '../../shared/ipc'
import type { BoardView } from '../../shared/meeting/boardView'
import { bridge } from '../bridge'

/** What the Board knows: nothing yet, nothing to show, or a view; and whether to stand still, or to be blank. */
export type BoardContent = {
  readonly view: BoardView | null
  readonly frozen: boolean
  readonly blank: boolean
  readonly asked: boolean
}

type Slices = EventPayload<'board:changed'>['slices']

/** A view with the slices that came, or null where they belong to another meeting. */
function merged(view: BoardView | null, slices: Slices): BoardView | null {
  if (view === null || (slices.id !== undefined && slices.id !== view.id)) return null
  const given: Partial<BoardView> = Object.fromEntries(
    Object.entries(slices).filter(([, value]) => value !== undefined),
  )
  return { ...view, ...given }
}

/** Follows what the Board may show. It never asks for a meeting: the public view comes to it, slice by slice. */
export function useBoard(): BoardContent {
  const [content, setContent] = useState<BoardContent>({
    view: null,
    frozen: false,
    blank: false,
    asked: false,
  })

  useEffect(() => {
    let open = true
    let known: BoardView | null = null
    const show = (shown: Omit<BoardContent, 'asked'>) => {
      known = shown.view
      setContent({ ...shown, asked: true })
    }
    const ask = async () => {
      const shown = await bridge.call('board:get', null)
      if (open) show(shown)
    }
    const stop = bridge.on('board:changed', ({ slices, frozen, blank }) => {
      const view = merged(known, slices)
      if (view === null) void ask()
      else show({ view, frozen, blank })
    })
    void ask()
    return () => {
      open = false
      stop()
    }
  }, [])

  return content
}
