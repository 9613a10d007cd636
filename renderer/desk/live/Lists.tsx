import './Lists.css'

import { useCallback, useMemo } from 'react'

import type { Meeting, Objection, ObjectionStatus } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { objectionStatusWord } from '../words'
import { ActionRow, ObjectionRow, ParkingRow, TextRow } from './rows'
import { EntryList } from './EntryList'

type ListsProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }
type Raised = Objection & { readonly at: string }

function isRaised(objection: Objection): objection is Raised {
  return objection.at !== null
}

/** What the capture line has taken, by kind, newest at the bottom. */
export function Lists({ session, meeting, readOnly }: ListsProps) {
  const { attendees, timeZone, objections, decisions, actions, parkingLot, notes } = meeting
  const names = useMemo(() => new Map(attendees.map(({ id, name }) => [id, name])), [attendees])
  const raised = useMemo(() => objections.filter(isRaised), [objections])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const setStatus = useCallback(
    (objection: string, status: ObjectionStatus) =>
      void session.tell(
        { type: 'setObjectionStatus', objection, status },
        () => `Marked as ${objectionStatusWord[status].toLowerCase()}.`,
      ),
    [session],
  )

  return (
    <div className="lists">
      <EntryList name="Objections" area="objections" prefix="o q c" items={raised}>
        {(item, fresh) => (
          <ObjectionRow
            key={item.id}
            item={item}
            timeZone={timeZone}
            fresh={fresh}
            person={nameOf(item.who)}
            readOnly={readOnly}
            onStatus={setStatus}
          />
        )}
      </EntryList>
      <EntryList name="Decisions" area="decisions" prefix="d" items={decisions}>
        {(item, fresh) => <TextRow key={item.id} item={item} timeZone={timeZone} fresh={fresh} />}
      </EntryList>
      <EntryList name="Actions" area="actions" prefix="a" items={actions}>
        {(item, fresh) => (
          <ActionRow
            key={item.id}
            item={item}
            timeZone={timeZone}
            fresh={fresh}
            person={nameOf(item.owner)}
          />
        )}
      </EntryList>
      <EntryList name="Notes" area="notes" prefix="n" items={notes}>
        {(item, fresh) => <TextRow key={item.id} item={item} timeZone={timeZone} fresh={fresh} />}
      </EntryList>
      <EntryList name="Parking lot" area="parking" prefix="p" items={parkingLot}>
        {(item, fresh) => (
          <ParkingRow
            key={item.id}
            item={item}
            timeZone={timeZone}
            fresh={fresh}
            person={nameOf(item.owner)}
          />
        )}
      </EntryList>
    </div>
  )
}
