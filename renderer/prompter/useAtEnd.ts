import { useEffect, useState } from 'react'

import type { Scroller } from './scroller'

/** How often the script's place is looked at, in milliseconds. */
const LOOK_EVERY = 300

/** Whether the script stands at its end. */
export function useAtEnd(scroller: Scroller | null): boolean {
  const [atEnd, setAtEnd] = useState(false)
  useEffect(() => {
    if (scroller === null) return
    const look = () => {
      const { running } = scroller.state.get()
      setAtEnd(!running && scroller.word() > 0 && scroller.secondsLeft() <= 0)
    }
    const timer = setInterval(look, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [scroller])
  return atEnd
}
