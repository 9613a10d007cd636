import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { ScriptCue } from '../../../shared/script/cues'
import { ResponseText } from './ResponseText'

type SlotProps = {
  readonly cue: ScriptCue
  readonly meeting: Meeting
  readonly now: string
  readonly tools: ReactNode
}

/** The place of an expected objection: closed until wanted, its prepared response inside. */
export function Slot({ cue, meeting, now, tools }: SlotProps) {
  const { objection } = cue
  return (
    <div className="slot">
      <details>
        <summary>
          <span className="cue-number figures">{cue.number}</span>
          <span className="slot-words">
            <strong>If raised{objection?.role ? `, ${objection.role}` : ''}:</strong>{' '}
            {objection?.text ?? cue.heading}
          </span>
          {objection?.key != null && <span className="cue-time">key {objection.key}</span>}
          <ChevronRight size={16} aria-hidden />
        </summary>
        {objection?.response != null && (
          <ResponseText response={objection.response} meeting={meeting} now={now} />
        )}
      </details>
      {tools}
    </div>
  )
}
