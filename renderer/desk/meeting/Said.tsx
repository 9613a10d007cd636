import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Refused } from '../../ui/Notice'

type SaidProps = { readonly session: Session; readonly also?: string | null; readonly className?: string }

/** What was last done or refused at this stage; `also` is a confirmation from elsewhere that shows when nothing else does. */
export function Said({ session, also = null, className }: SaidProps) {
  const said = useObservable(session.said)
  const latest = useRef(said)
  useEffect(() => {
    latest.current = said
  })
  // Leaving the stage takes along what was said here, not what is meanwhile said for the next stage.
  useEffect(
    () => () => {
      if (session.said.get() === latest.current) session.say(null)
    },
    [session],
  )
  const done = said?.kind === 'done' ? said.sentence : said === null ? also : null
  return (
    <div className={`said ${className ?? ''}`}>
      <output className="said-status">
        {done !== null && (
          <span className="said-done">
            <Check size={14} aria-hidden />
            <span title={done}>{done}</span>
          </span>
        )}
      </output>
      {said?.kind === 'refused' && <Refused>{said.sentence}</Refused>}
    </div>
  )
}
