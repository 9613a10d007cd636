import './Lists.css'

import { useMemo, useState } from 'react'

import { dueConflicts } from '../../../shared/meeting/actionConflicts'
import type { Action, Meeting, Objection } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import type { Session } from '../../state/session'
import { EntryDialog } from '../meeting/EntryDialog'
import { conflictWords } from '../words'
import { DecisionRow } from './DecisionRow'
import { ActionRow, ObjectionRow, ParkingRow, TextRow } from './rows'
import { EntryList } from './EntryList'
import { useLinks } from './useLinks'
import { useMove } from './useMove'
import { useRaised } from './useRaised'
import { useStatuses } from './useStatuses'

type ListsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly readOnly: boolean
  /** Whether how far actions are can be said no more either. */
  readonly actionsReadOnly: boolean
}
type Raised = Objection & { readonly at: string }

function isRaised(objection: Objection): objection is Raised {
  return objection.at !== null
}

/** What the capture line has taken, by kind, newest at the bottom. */
export function Lists({ session, meeting, readOnly, actionsReadOnly }: ListsProps) {
  const { attendees, timeZone, status, objections, decisions, actions, parkingLot, notes } = meeting
  const now = new Date(useMinute()).toISOString()
  const [editing, setEditing] = useState<string | null>(null)
  const { setObjection, setAction } = useStatuses(session)
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const raised = useMemo(() => objections.filter(isRaised), [objections])
  const raisedAs = useRaised(session, meeting)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const conflictOf = (action: Action) =>
    action.status === 'open' ? conflictWords(dueConflicts(meeting, action, now)) : ''
  const links = useLinks(meeting)
  const onMove = useMove(session, readOnly)
  const common = { timeZone, readOnly, onEdit: setEditing }

  return (
    <div className="lists">
      <EntryList
        name="Objections"
        area="objections"
        prefix="o q c"
        hint="Type o and what was objected. Add @ and a name."
        items={raised}
        onMove={onMove}
      >
        {(item, fresh, place) => (
          <ObjectionRow
            key={item.id}
            {...common}
            {...place}
            item={item}
            fresh={fresh}
            person={nameOf(item.who)}
            {...raisedAs.propsFor(item)}
            links={links.get(item.id)}
            onStatus={setObjection}
          />
        )}
      </EntryList>
      <EntryList
        name="Decisions"
        area="decisions"
        prefix="d"
        hint="Type d and what was decided."
        items={decisions}
        onMove={onMove}
      >
        {(item, fresh, place) => (
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
        )}
      </EntryList>
      <EntryList
        name="Actions"
        area="actions"
        prefix="a"
        hint="Type a and what is to be done, @ an owner, by a date."
        items={actions}
        onMove={onMove}
      >
        {(item, fresh, place) => (
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
        )}
      </EntryList>
      <EntryList
        name="Notes"
        area="notes"
        prefix="n"
        hint="Whatever else you type becomes a note."
        items={notes}
        onMove={onMove}
      >
        {(item, fresh, place) => <TextRow key={item.id} {...common} {...place} item={item} fresh={fresh} />}
      </EntryList>
      <EntryList
        name="Parking lot"
        area="parking"
        prefix="p"
        hint="Type p and what waits for another day."
        items={parkingLot}
        onMove={onMove}
      >
        {(item, fresh, place) => (
          <ParkingRow
            key={item.id}
            {...common}
            {...place}
            item={item}
            fresh={fresh}
            person={nameOf(item.owner)}
          />
        )}
      </EntryList>
      {raisedAs.dialog}
      {editing !== null && (
        <EntryDialog
          key={editing}
          session={session}
          meeting={meeting}
          id={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
