import { ChevronRight } from 'lucide-react'

import { responseParts, type ScriptCue } from '../../../shared/script/cues'
import type { Meeting } from '../../../shared/meeting/schema'
import { Spoken } from './Spoken'

const parts = [
  ['sayFirst', 'Say first'],
  ['evidence', 'Evidence'],
  ['questionBack', 'Ask back'],
  ['doNotSay', 'Better not said'],
] as const

type SlotProps = { readonly cue: ScriptCue; readonly meeting: Meeting; readonly now: string }

/** The place of an expected objection: closed until wanted, its prepared response inside. */
export function Slot({ cue, meeting, now }: SlotProps) {
  const { objection } = cue
  const response = objection?.response ?? null
  if (objection === null || response === null) return null
  const filled = responseParts(response, meeting, now)
  return (
    <details className="cue slot">
      <summary>
        <span className="cue-number figures">{cue.number}</span>
        <span className="slot-words">
          <strong>If raised, {objection.role}:</strong> {objection.text}
        </span>
        {objection.key !== null && <span className="cue-time">key {objection.key}</span>}
        <ChevronRight size={16} aria-hidden />
      </summary>
      <dl className="response">
        {parts
          .filter(([part]) => filled[part].length > 0)
          .map(([part, name]) => (
            <div key={part} className={part === 'doNotSay' ? 'response-never' : undefined}>
              <dt>{name}</dt>
              <dd>
                <Spoken paragraphs={filled[part]} />
              </dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
