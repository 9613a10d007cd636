import type { PublicView } from '../../shared/meeting/publicView'
import { ticksOf } from '../../shared/plan/ticks'
import type { Axis } from '../../shared/plan/timeline'
import { shareOf, useShares } from './useShares'

/** So many days or hours are named at most: they are to be read from across a room. */
const MOST_TICKS = 4
/** A name in the middle of its moment needs so much room at either end; before the first there is some. */
const ROOM = { before: 0.06, after: 0.09 } as const

type Props = {
  readonly plan: Pick<PublicView['plan'], 'originalDate' | 'newDate'>
  readonly axis: Axis
  readonly timeZone: string
}

/** The calendar behind the bars: its days or hours below, and a line down from the old date and the new one. */
export function Calendar({ plan: { originalDate, newDate }, axis, timeZone }: Props) {
  const ticks = ticksOf(axis, timeZone, MOST_TICKS)
  return (
    <div className="calendar" aria-hidden="true">
      {ticks.map(({ at, label }) => (
        <Tick key={at} share={shareOf(axis, at)} label={label} />
      ))}
      {originalDate !== null && <Mark share={shareOf(axis, Date.parse(originalDate))} kind="old" />}
      {newDate !== null && <Mark share={shareOf(axis, Date.parse(newDate))} kind="new" />}
    </div>
  )
}

function Tick({ share, label }: { readonly share: number; readonly label: string }) {
  const ref = useShares({ at: share })
  return (
    <span className="tick" ref={ref}>
      {share > ROOM.before && share < 1 - ROOM.after && <span>{label}</span>}
    </span>
  )
}

function Mark({ share, kind }: { readonly share: number; readonly kind: 'old' | 'new' }) {
  const ref = useShares({ at: share })
  return (
    <span className={`date-mark date-mark-${kind}`} ref={ref}>
      <span>{kind === 'old' ? '◇' : '◆'}</span>
    </span>
  )
}
