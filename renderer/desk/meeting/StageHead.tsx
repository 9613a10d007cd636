import type { ReactNode } from 'react'

import { formatMoment } from '../../../shared/capture/due'
import type { Meeting } from '../../../shared/meeting/schema'
import { StatusMark } from '../StatusMark'

type StageHeadProps = { readonly meeting: Meeting; readonly children?: ReactNode }

/** The meeting's title and where it stands, with what can be done at this stage at the right. */
export function StageHead({ meeting, children }: StageHeadProps) {
  const { title, status, startedAt, plannedStart, timeZone, place } = meeting
  const start = startedAt ?? plannedStart
  return (
    <header className="stage-head">
      <div className="stage-head-words">
        <h1 className="stage-title" title={title}>
          {title}
        </h1>
        <p className="stage-facts figures">
          <StatusMark status={status} />
          {start !== null && <span>{formatMoment(start, timeZone)}</span>}
          {place !== '' && <span title={place}>{place}</span>}
        </p>
      </div>
      {children}
    </header>
  )
}
