import { useEffect, useState } from 'react'

import type { PublicView } from '../../shared/meeting/publicView'
import { bridge } from '../bridge'

/** What the Board knows: nothing yet, nothing to show, or a public view; and whether to keep the page blank. */
export type BoardContent = { readonly view: PublicView | null; readonly blank: boolean; readonly asked: boolean }

/** Follows what the Board may show. It never asks for a meeting: the public view comes to it, slice by slice. */
export function useBoard(): BoardContent {
  const [content, setContent] = useState<BoardContent>({ view: null, blank: false, asked: false })

  useEffect(() => {
    let open = true
    const ask = async () => {
      const { view, blank } = await bridge.call('board:get', null)
      if (open) setContent({ view, blank, asked: true })
    }
    const stop = bridge.on('board:changed', ({ slices, blank }) => {
      const { id } = slices
      setContent((now) => {
        const fits = now.view !== null && (id === undefined || id === now.view.id)
        return fits ? { ...now, view: { ...now.view, ...slices }, blank } : { ...now, blank }
      })
      if (id !== undefined) void ask()
    })
    void ask()
    return () => {
      open = false
      stop()
    }
  }, [])

  return content
}
