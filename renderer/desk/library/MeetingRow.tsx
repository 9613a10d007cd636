import { formatMoment } from '../../../shared/capture/due'
import type { MeetingSummary } from '../../../shared/ipc'
import { hrefOf, type Stage } from '../../state/route'
import { StatusMark } from '../StatusMark'
import { count } from '../words'

const stageOf: Readonly<Record<MeetingSummary['status'], Stage>> = {
  draft: 'prepare',
  live: 'live',
  paused: 'live',
  ended: 'record',
  finalised: 'record',
}

/** One meeting of the library; its link leads to the stage it is at. */
export function MeetingRow({ meeting }: { readonly meeting: MeetingSummary }) {
  const { id, title, status, startedAt, plannedStart, timeZone, openActions } = meeting
  const start = startedAt ?? plannedStart
  return (
    <li className="meeting-row">
      <a href={hrefOf({ page: 'meeting', id, stage: stageOf[status] })}>{title}</a>
      <span className="figures">{start === null ? 'No date yet' : formatMoment(start, timeZone)}</span>
      <StatusMark status={status} />
      <span className="meeting-row-actions figures" data-open={openActions > 0}>
        {openActions === 0 ? 'No open actions' : count(openActions, 'open action')}
      </span>
    </li>
  )
}
