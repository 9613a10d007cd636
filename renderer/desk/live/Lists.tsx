import './Lists.css'

import { useMemo, useState } from 'react'

import type { Meeting, Objection } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { EntryDialog } from '../meeting/EntryDialog'
import { EntryList } from './EntryList'
import { useMove } from './useMove'
import { useRaised } from './useRaised'
import { useRows } from './useRows'

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
  const { objections, decisions, actions, parkingLot, notes } = meeting
  const [editing, setEditing] = useState<string | null>(null)
  const raised = useMemo(() => objections.filter(isRaised), [objections])
  const raisedAs = useRaised(session, meeting)
  const rows = useRows({
    session,
    meeting,
    readOnly,
    actionsReadOnly,
    onEdit: setEditing,
    raisedFor: raisedAs.propsFor,
  })
  const onMove = useMove(session, readOnly)

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
        {rows.objection}
      </EntryList>
      <EntryList
        name="Decisions"
        area="decisions"
        prefix="d"
        hint="Type d and what was decided."
        items={decisions}
        onMove={onMove}
      >
        {rows.decision}
      </EntryList>
      <EntryList
        name="Actions"
        area="actions"
        prefix="a"
        hint="Type a and what is to be done, @ an owner, by a date."
        items={actions}
        onMove={onMove}
      >
        {rows.action}
      </EntryList>
      <EntryList
        name="Notes"
        area="notes"
        prefix="n"
        hint="Whatever else you type becomes a note."
        items={notes}
        onMove={onMove}
      >
        {rows.note}
      </EntryList>
      <EntryList
        name="Parking lot"
        area="parking"
        prefix="p"
        hint="Type p and what waits for another day."
        items={parkingLot}
        onMove={onMove}
      >
        {rows.parked}
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
