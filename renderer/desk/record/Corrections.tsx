import { useEffect, useState } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import type { LogEntry } from '../../../shared/meeting/entries'
import { corrections, type Correction } from '../../../shared/meeting/corrections'
import type { Meeting } from '../../../shared/meeting/schema'
import { bridge } from '../../bridge'

/** Changes in quick succession ask for the log once, in milliseconds. */
const WAIT = 250

/** The log, asked for again whenever the meeting has changed; null until it is there. */
function useLog(meeting: Meeting): readonly LogEntry[] | null {
  const [log, setLog] = useState<readonly LogEntry[] | null>(null)
  useEffect(() => {
    let wanted = true
    const timer = window.setTimeout(async () => {
      const answer = await bridge.call('meeting:log', { id: meeting.id })
      if (wanted && answer.ok) setLog(answer.value.log)
    }, WAIT)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [meeting])
  return log
}

function Row({ correction, timeZone }: { readonly correction: Correction; readonly timeZone: string }) {
  const { at, who, what, changes } = correction
  return (
    <li className="correction">
      <p>{what}</p>
      {changes.length > 0 && (
        <ul className="correction-changes" aria-label="What changed">
          {changes.map(({ label, was, is }) => (
            <li key={label}>
              <span className="correction-label">{label}</span> <del>{was}</del>{' '}
              <span aria-hidden="true">→</span>
              <span className="unseen"> is now </span> <ins>{is}</ins>
            </li>
          ))}
        </ul>
      )}
      <p className="correction-by figures">
        {formatMoment(at, timeZone)}, {who}
      </p>
    </li>
  )
}

/** What was put right: when, by whom, what it was and what it is. */
export function Corrections({ meeting }: { readonly meeting: Meeting }) {
  const log = useLog(meeting)
  const list = log === null ? [] : corrections(log, meeting)
  return (
    <section className="record-section" aria-label="Corrections">
      <h2>
        Corrections <span className="figures">{list.length}</span>
      </h2>
      {list.length === 0 ? (
        <p className="record-none">
          Nothing was corrected. Corrections are kept here, with what stood before.
        </p>
      ) : (
        <ol className="corrections" aria-label="Corrections">
          {list.map((correction) => (
            <Row key={correction.id} correction={correction} timeZone={meeting.timeZone} />
          ))}
        </ol>
      )}
    </section>
  )
}
