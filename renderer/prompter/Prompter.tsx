import { useEffect, useMemo } from 'react'

import { followMeeting } from '../state/meeting'
import { useObservable } from '../state/store'
import { Rehearsal } from './rehearsal/Rehearsal'
import { Stage } from './Stage'

type Props = { readonly id: string; readonly isRehearsal: boolean }

/**
 * The Prompter's window: opens its meeting and shows its script, or says why it cannot. A rehearsal is over when
 * the meeting starts.
 */
export function Prompter({ id, isRehearsal }: Props) {
  const live = useMemo(() => followMeeting(id), [id])
  useEffect(() => live.close, [live])
  const state = useObservable(live.state)

  const title = state.phase === 'open' ? state.meeting.title : ''
  const rehearses = isRehearsal && state.phase === 'open' && state.meeting.status === 'draft'
  useEffect(() => {
    document.title = title === '' ? 'Prompter' : `Prompter – ${title}${rehearses ? ' (rehearsal)' : ''}`
  }, [title, rehearses])

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
    case 'open': {
      const { meeting, notice } = state
      const Shown = rehearses ? Rehearsal : Stage
      return <Shown meeting={meeting} notice={notice} run={live.run} />
    }
  }
}
