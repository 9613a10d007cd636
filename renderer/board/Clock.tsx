import { useEffect, useState } from 'react'

import { minutesBetween, timeOfDay } from './format'

type Props = { readonly startedAt: string | null; readonly endedAt: string | null; readonly timeZone: string }

const SECOND = 1000

/** The time in the meeting's zone, and how long the meeting has been running or took. */
export function Clock({ startedAt, endedAt, timeZone }: Props) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  const end = endedAt === null ? now : Date.parse(endedAt)
  return (
    <p className="clock">
      <time>{timeOfDay(now, timeZone)}</time>
      {startedAt !== null && (
        <>
          {' · '}
          <span role="timer" aria-label="Elapsed">
            {minutesBetween(Date.parse(startedAt), end)}
          </span>
        </>
      )}
      {endedAt !== null && ' · ended'}
    </p>
  )
}
