import { useEffect, useRef, useState } from 'react'

import { cueAt, type Outline } from './outline'
import type { Scroller } from './scroller'
import type { Spending } from './useTimes'

/** How often the time is counted on, in milliseconds. */
const COUNT_EVERY = 250

/** A longer silence was a sleeping computer, and no time of the meeting, in seconds. */
const ASLEEP = 10

/** The cue that is being read, by its number, and the whole seconds it has had. */
export type CueTime = { readonly number: number; readonly seconds: number }

/** Counts how long each cue is at the reading line while the meeting is live; questions do not count. */
export function useCueTime(
  live: boolean,
  scroller: Scroller | null,
  outline: Outline,
  spent: Spending['spent'],
): CueTime {
  const [time, setTime] = useState<CueTime>({ number: 0, seconds: 0 })
  const had = useRef(new Map<string, number>())
  useEffect(() => {
    if (scroller === null) return undefined
    let last = performance.now()
    const count = () => {
      const now = performance.now()
      const passed = (now - last) / 1000
      last = now
      const cue = cueAt(outline, scroller.word())
      if (cue === undefined) return
      const isQuestion = scroller.state.get().resting || spent() === 'questions'
      const counts = live && !isQuestion && passed > 0 && passed < ASLEEP
      const seconds = (had.current.get(cue.id) ?? 0) + (counts ? passed : 0)
      had.current.set(cue.id, seconds)
      const next = { number: cue.number, seconds: Math.floor(seconds) }
      setTime((before) => (before.number === next.number && before.seconds === next.seconds ? before : next))
    }
    count()
    const timer = setInterval(count, COUNT_EVERY)
    return () => clearInterval(timer)
  }, [live, scroller, outline, spent])
  return time
}
