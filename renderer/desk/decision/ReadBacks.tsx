import { formatClock } from '../../../shared/capture/due'
import { readBackState } from '../../../shared/meeting/decisionSchema'
import type { Decision } from '../../../shared/meeting/schema'
import { fingerprintWords } from '../../../shared/record/words'

type ReadBacksProps = { readonly decision: Decision; readonly timeZone: string }

/** When a decision was read back, in which words, and the hash of what was shown. */
export function ReadBacks({ decision, timeZone }: ReadBacksProps) {
  if (decision.readBacks.length === 0) return null
  return (
    <div className="decision-read">
      {readBackState(decision) === 'changed' && (
        <p className="entry-lacks">The text changed since it was read back.</p>
      )}
      {decision.readBacks.map(({ at, text, hash }) => (
        <p key={`${at} ${hash}`}>
          Read back at {formatClock(at, timeZone)}
          {text === decision.text ? '' : ` as “${text}”`} · SHA-256{' '}
          <code className="figures">{fingerprintWords(hash)}</code>
        </p>
      ))}
    </div>
  )
}
