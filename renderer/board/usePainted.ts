import { useEffect } from 'react'

import { bridge } from '../bridge'

/** So many milliseconds of changes are told at once. */
const TOGETHER = 100

/** Tells the main process whenever the page looks different, so that the presenter's picture of it is a true one. */
export function usePainted(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = () => {
      timer ??= setTimeout(() => {
        timer = null
        void bridge.call('board:painted', null)
      }, TOGETHER)
    }
    const changes = new MutationObserver(tell)
    changes.observe(document.documentElement, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    })
    addEventListener('resize', tell)
    document.fonts.addEventListener('loadingdone', tell)
    tell()
    return () => {
      if (timer !== null) clearTimeout(timer)
      changes.disconnect()
      removeEventListener('resize', tell)
      document.fonts.removeEventListener('loadingdone', tell)
    }
  }, [])
}
