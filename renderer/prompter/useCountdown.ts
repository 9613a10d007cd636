import { useCallback, useEffect, useState } from 'react'

import type { Scroller } from './scroller'

type Countdown = {
  /** The seconds still to go, or null while nothing is counted. */
  readonly left: number | null
  readonly begin: (seconds: number) => void
  readonly stop: () => void
}

/** Counts down, then starts the script; something that lies over the script (`covered`) ends the countdown. */
export function useCountdown(scroller: Scroller | null, covered: boolean): Countdown {
  const [left, setLeft] = useState<number | null>(null)
  const stop = useCallback(() => setLeft(null), [])

  useEffect(() => {
    if (left === null) return undefined
    const timer = setTimeout(
      () => {
        if (covered) return setLeft(null)
        if (left <= 1) scroller?.setRunning(true)
        setLeft(left <= 1 ? null : left - 1)
      },
      covered ? 0 : 1000,
    )
    return () => clearTimeout(timer)
  }, [left, scroller, covered])

  return { left, begin: setLeft, stop }
}
