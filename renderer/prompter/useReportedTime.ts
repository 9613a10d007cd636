import { useEffect, useRef } from 'react'

import type { Observable } from '../state/store'
import { bridge } from '../bridge'
import type { Times } from './memory'

/** How often the Desk is told, in milliseconds: it shows whole seconds. */
const TELL_EVERY = 1_000

/** Tells the Desk how long the cue at the reading line has had, and what the time went to, while that changes. */
export function useReportedTime(
  meeting: string,
  live: boolean,
  cue: string | undefined,
  seconds: number,
  times: Observable<Times>,
): void {
  const told = useRef('')
  const latest = useRef({ cue, seconds })
  useEffect(() => {
    latest.current = { cue, seconds }
  }, [cue, seconds])
  useEffect(() => {
    if (!live) return undefined
    const tell = () => {
      const { cue: now, seconds: had } = latest.current
      if (now === undefined) return
      const { script, questions } = times.get()
      const time = { cue: now, seconds: had, script: Math.floor(script), questions: Math.floor(questions) }
      const text = JSON.stringify(time)
      if (text !== told.current) void bridge.call('prompter:time', { meeting, ...time })
      told.current = text
    }
    const timer = setInterval(tell, TELL_EVERY)
    return () => clearInterval(timer)
  }, [meeting, live, times])
}
