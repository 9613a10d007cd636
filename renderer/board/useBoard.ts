import { useEffect, useState } from 'react'

import type { EventPayload } from '../../shared/ipc'
import type { PublicView } from '../../shared/meeting/publicView'
import { bridge } from '../bridge'

/** What the Board knows: nothing yet, nothing to show, or a public view; and whether to keep the page blank. */
export type BoardContent = {
  readonly view: PublicView | null
  readonly blank: boolean
  readonly asked: boolean
}

type Slices = EventPayload<'board:changed'>['slices']

/** A view with the slices that came, or null where they belong to another meeting. */
function merged(view: PublicView | null, slices: Slices): PublicView | null {
  if (view === null || (slices.id !== undefined && slices.id !== view.id)) return null
  const given: Partial<PublicView> = Object.fromEntries(
    Object.entries(slices).filter(([, value]) => value !== undefined),
  )
  return { ...view, ...given }
}

/** Follows what the Board may show. It never asks for a meeting: the public view comes to it, slice by slice. */
export function useBoard(): BoardContent {
  const [content, setContent] = useState<BoardContent>({ view: null, blank: false, asked: false })

  useEffect(() => {
    let open = true
    let known: PublicView | null = null
    const show = (view: PublicView | null, blank: boolean) => {
      known = view
      setContent({ view, blank, asked: true })
    }
    const ask = async () => {
      const { view, blank } = await bridge.call('board:get', null)
      if (open) show(view, blank)
    }
    const stop = bridge.on('board:changed', ({ slices, blank }) => {
      const view = merged(known, slices)
      if (view === null) void ask()
      else show(view, blank)
    })
    void ask()
    return () => {
      open = false
      stop()
    }
  }, [])

  return content
}
