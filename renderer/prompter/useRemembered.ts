import { useEffect, useRef } from 'react'

import { rememberSession } from './memory'
import { placeOf, type Outline } from './outline'
import type { Scroller } from './scroller'

/** How often the place is written down, in milliseconds. */
const REMEMBER_EVERY = 1000

/**
 * Writes down where a meeting's script stands and how fast it runs, for the next time it is opened (not where
 * `session` is null); and follows the pace that is set in the meeting's settings.
 */
export function useRemembered(
  session: string | null,
  scroller: Scroller | null,
  outline: Outline,
  wordsPerMinute: number,
): void {
  const latest = useRef(outline)
  useEffect(() => {
    latest.current = outline
  }, [outline])

  const paceSet = useRef(wordsPerMinute)
  useEffect(() => {
    if (paceSet.current !== wordsPerMinute) scroller?.setPace(wordsPerMinute)
    paceSet.current = wordsPerMinute
  }, [scroller, wordsPerMinute])

  useEffect(() => {
    if (scroller === null || session === null) return
    let written = ''
    const remember = () => {
      const place = placeOf(latest.current, scroller.word())
      const { wordsPerMinute: pace } = scroller.state.get()
      const now = { place, wordsPerMinute: pace, setPace: paceSet.current }
      const text = JSON.stringify(now)
      if (text !== written) rememberSession(session, now)
      written = text
    }
    const timer = setInterval(remember, REMEMBER_EVERY)
    addEventListener('pagehide', remember)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', remember)
    }
  }, [session, scroller])
}
