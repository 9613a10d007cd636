import { useEffect, useState } from 'react'

import { hrefOf, type Stage } from '../../state/route'
import { openSession, type Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Notice } from '../../ui/Notice'
import { useWindowTitle } from '../../ui/windowTitle'
import { MeetingView } from './MeetingView'

function Opened({ session, stage }: { readonly session: Session; readonly stage: Stage }) {
  const state = useObservable(session.state)
  useWindowTitle(state.phase === 'open' ? `Lectern · ${state.meeting.title}` : 'Lectern')
  switch (state.phase) {
    case 'loading':
      return null
    case 'refused':
      return (
        <main className="library">
          <div className="library-page">
            <h1 className="library-title">This meeting could not be opened</h1>
            <Notice>{state.refusal.sentence}</Notice>
            <p>
              <a href={hrefOf({ page: 'library' })}>Back to all meetings</a>
            </p>
          </div>
        </main>
      )
    case 'open':
      return <MeetingView session={session} open={state} stage={stage} />
  }
}

/** Opens the meeting and follows it for as long as it is on the screen. Needs its id as `key`. */
export function MeetingPage({ id, stage }: { readonly id: string; readonly stage: Stage }) {
  const [session] = useState(() => openSession(id))
  useEffect(() => session.close, [session])
  return <Opened session={session} stage={stage} />
}
