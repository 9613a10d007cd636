import { useEffect, useState } from 'react'

import { observable, type Observable } from '../state/store'
import { rememberedTimes, rememberTimes, type Times } from './memory'
import type { Scroller } from './scroller'

/** How often the times are counted on, in milliseconds. */
const COUNT_EVERY = 500

/** A longer silence was a sleeping computer, and no time of the meeting, in seconds. */
const ASLEEP = 10

/**
 * Counts the time the script is read and the time questions are answered apart, while the meeting is live: the
 * one while the script runs, the other while a response is shown. They outlive the window.
 */
export function useTimes(meeting: string, live: boolean, scroller: Scroller | null): Observable<Times> {
  const [times] = useState(() => observable(rememberedTimes(meeting)))

  useEffect(() => {
    if (!live || scroller === null) return
    let last = performance.now()
    const count = () => {
      const now = performance.now()
      const passed = (now - last) / 1000
      last = now
      const { running, resting } = scroller.state.get()
      if (passed > ASLEEP || (!running && !resting)) return
      const { script, questions } = times.get()
      times.set(resting ? { script, questions: questions + passed } : { script: script + passed, questions })
      rememberTimes(meeting, times.get())
    }
    const timer = setInterval(count, COUNT_EVERY)
    return () => clearInterval(timer)
  }, [meeting, live, scroller, times])

  return times
}
