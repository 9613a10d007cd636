import { useEffect, useState } from 'react'

import { elapsed } from '../../shared/meeting/clock'
import type { PublicView } from '../../shared/meeting/publicView'
import { timeOfDay, wholeMinutes } from './format'

type Props = { readonly view: Pick<PublicView, 'startedAt' | 'endedAt' | 'breaks' | 'timeZone'> }

const SECOND = 1000

/** The time in the meeting's zone, and how long the meeting has been running or took without its breaks. */
export function Clock({ view }: Props) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="clock">
      <time>{timeOfDay(now, view.timeZone)}</time>
      {view.startedAt !== null && (
        <>
          {' · '}
          <span role="timer" aria-label="Elapsed">
            {wholeMinutes(elapsed(view, now))}
          </span>
        </>
      )}
      {view.endedAt !== null && ' · ended'}
    </p>
  )
}
