import { useCallback, useMemo } from 'react'

import { dueConflicts } from '../../../shared/meeting/actionConflicts'
import type {
  Action,
  Decision,
  Meeting,
  Note,
  Objection,
  ParkingLotItem,
} from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { conflictWords } from '../words'
import { DecisionRow } from './DecisionRow'
import type { Place } from './EntryItem'
import { ActionRow, ObjectionRow, ParkingRow, TextRow } from './rows'
import { useLinks } from './useLinks'
import type { RaisedProps } from './useRaised'
import { useStatuses } from './useStatuses'

type RowsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readOnly: boolean
  readonly actionsReadOnly: boolean
  readonly onEdit: (id: string) => void
  readonly raisedFor: (item: Objection) => RaisedProps
}

/**
 * How a row of each list is drawn. Each of the functions stays the same until something that its rows show has
 * changed, so that a list of another kind is not drawn anew.
 */
export function useRows({ session, meeting, readOnly, actionsReadOnly, onEdit, raisedFor }: RowsProps) {
  const { attendees, timeZone, status, plan, plannedStart, startedAt } = meeting
  const now = useMinute()
  const links = useLinks(meeting)
  const { setObjection, setAction } = useStatuses(session)
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const nameOf = useCallback((id: string | null) => (id === null ? null : (names.get(id) ?? null)), [names])
  const common = useMemo(() => ({ timeZone, readOnly, onEdit }), [timeZone, readOnly, onEdit])

  const objection = useCallback(
    (item: Objection & { readonly at: string }, fresh: boolean, place: Place) => (
      <ObjectionRow
        key={item.id}
        {...common}
        {...place}
        item={item}
        fresh={fresh}
        person={nameOf(item.who)}
        {...raisedFor(item)}
        links={links.get(item.id)}
        onStatus={setObjection}
      />
    ),
    [common, nameOf, raisedFor, links, setObjection],
  )
  const decision = useCallback(
    (item: Decision, fresh: boolean, place: Place) => (
      <DecisionRow
        key={item.id}
        {...common}
        {...place}
        item={item}
        fresh={fresh}
        session={session}
        live={status === 'live'}
        links={links.get(item.id)}
      />
    ),
    [common, session, status, links],
  )
  const conflictOf = useCallback(
    (item: Action) => {
      const dated = { plan, plannedStart, startedAt, timeZone }
      const moment = new Date(now).toISOString()
      return item.status === 'open' ? conflictWords(dueConflicts(dated, item, moment)) : ''
    },
    [plan, plannedStart, startedAt, timeZone, now],
  )
  const action = useCallback(
    (item: Action, fresh: boolean, place: Place) => (
      <ActionRow
        key={item.id}
        {...common}
        statusReadOnly={actionsReadOnly}
        {...place}
        item={item}
        fresh={fresh}
        person={nameOf(item.owner)}
        conflict={conflictOf(item)}
        links={links.get(item.id)}
        onStatus={setAction}
      />
    ),
    [common, actionsReadOnly, nameOf, conflictOf, links, setAction],
  )
  const note = useCallback(
    (item: Note, fresh: boolean, place: Place) => (
      <TextRow key={item.id} {...common} {...place} item={item} fresh={fresh} />
    ),
    [common],
  )
  const parked = useCallback(
    (item: ParkingLotItem, fresh: boolean, place: Place) => (
      <ParkingRow
        key={item.id}
        {...common}
        {...place}
        item={item}
        fresh={fresh}
        person={nameOf(item.owner)}
      />
    ),
    [common, nameOf],
  )
  return { objection, decision, action, note, parked }
}
