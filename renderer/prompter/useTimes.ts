import { useCallback, useEffect, useRef, useState } from 'react'

import { spentOn, type SpentOn } from '../../shared/script/times'
import { observable, type Observable } from '../state/store'
import { NO_TIMES, rememberedTimes, rememberTimes, type Times } from './memory'
import type { Scroller } from './scroller'

/** How often the times are counted on, in milliseconds. */
const COUNT_EVERY = 500

/** A longer silence was a sleeping computer, and no time of the meeting, in seconds. */
const ASLEEP = 10

/** The times so far, and what the time goes to at this moment. */
export type Spending = { readonly times: Observable<Times>; readonly spent: () => SpentOn }

/** Counts script and question time apart while the meeting is live. They outlive the window unless `session` is null. */
export function useTimes(
  session: string | null,
  live: boolean,
  scroller: Scroller | null,
  answering: boolean,
): Spending {
  const [times] = useState(() => observable(session === null ? NO_TIMES : rememberedTimes(session)))
  const asked = useRef(answering)
  useEffect(() => {
    asked.current = answering
  }, [answering])

  const spent = useCallback(() => {
    if (scroller === null) return null
    const { running, resting } = scroller.state.get()
    return spentOn({ running, resting, begun: times.get().script > 0, answering: asked.current })
  }, [scroller, times])

  useEffect(() => {
    if (!live) return undefined
    let last = performance.now()
    const count = () => {
      const now = performance.now()
      const passed = (now - last) / 1000
      last = now
      const on = spent()
      if (passed > ASLEEP || on === null) return
      const before = times.get()
      times.set({ ...before, [on]: before[on] + passed })
      if (session !== null) rememberTimes(session, times.get())
    }
    const timer = setInterval(count, COUNT_EVERY)
    return () => clearInterval(timer)
  }, [session, live, spent, times])

  return { times, spent }
}
