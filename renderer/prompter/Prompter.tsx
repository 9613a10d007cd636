import { useEffect, useMemo } from 'react'

import { followMeeting } from '../state/meeting'
import { useObservable } from '../state/store'
import { Stage } from './Stage'

/** The Prompter's window: opens its meeting and shows its script, or says why it cannot. */
export function Prompter({ id }: { readonly id: string }) {
  const live = useMemo(() => followMeeting(id), [id])
  useEffect(() => live.close, [live])
  const state = useObservable(live.state)

  const title = state.phase === 'open' ? state.meeting.title : ''
  useEffect(() => {
    document.title = title === '' ? 'Prompter' : `Prompter – ${title}`
  }, [title])

  switch (state.phase) {
    case 'loading':
      return <main className="prompter-plain" aria-busy="true" />
    case 'refused':
      return (
        <main className="prompter-plain">
          <h1>The script cannot be shown</h1>
          <p role="alert">{state.refusal.sentence}</p>
        </main>
      )
    case 'open':
      return <Stage meeting={state.meeting} notice={state.notice} run={live.run} />
  }
}
