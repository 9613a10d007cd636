import './People.css'

import { useState } from 'react'

import type { Attendee, Meeting } from '../../../shared/meeting/schema'
import { prepareForms, setForms } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Person } from './Person'
import { PersonForm, type PersonFields } from './PersonForm'
import { focusId, placeId } from './places'
import { PutBack } from './PutBack'

type PeopleProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** Who is expected in the meeting, and a row to add one more. */
export function People({ session, meeting, readOnly }: PeopleProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const [removed, setRemoved] = useState<Attendee | null>(null)
  const { role: wanted } = useObservable(prepareForms(meeting.id))
  const { attendees, playbook } = meeting
  const taken = new Set(attendees.map(({ role }) => role))
  const freeRoles = playbook.roles.map(({ title }) => title).filter((title) => !taken.has(title))

  async function add(fields: PersonFields) {
    const answer = await session.run({ type: 'addAttendee', attendee: fields })
    if (!answer.ok) return answer.refusal.sentence
    session.say({ kind: 'done', sentence: `${fields.name.trim()} added.` })
    setForms(meeting.id, { role: '' })
    setRemoved(null)
    return null
  }

  async function edit(person: Attendee, fields: PersonFields) {
    const answer = await session.run({ type: 'editAttendee', attendee: { id: person.id, ...fields } })
    if (!answer.ok) return answer.refusal.sentence
    session.say({ kind: 'done', sentence: `${fields.name.trim()} changed.` })
    closed(person.id)
    return null
  }

  function closed(id: string) {
    setEditing(null)
    focusId(placeId('person', id))
  }

  async function remove(person: Attendee) {
    const answer = await session.run({ type: 'removeAttendee', attendee: person.id })
    if (answer.ok) setRemoved(person)
    else session.say({ kind: 'refused', sentence: answer.refusal.sentence })
  }

  async function putBack({ name, role, organisation, email }: Attendee) {
    await add({ name, role, organisation, email })
    focusId(placeId('newPerson'))
  }

  return (
    <section className="people" aria-labelledby="people-title">
      <div className="region-head">
        <h2 className="region-title" id="people-title">
          People
        </h2>
        <span className="region-count figures">{attendees.length}</span>
      </div>
      {attendees.length === 0 ? (
        <p className="people-empty">Nobody yet. Who is here can be named with @ while you take notes.</p>
      ) : (
        <ul className="people-list" aria-label="People">
          {attendees.map((person) => (
            <li key={person.id}>
              {editing === person.id ? (
                <PersonForm
                  label="Save"
                  person={person}
                  roles={freeRoles}
                  onSubmit={(fields) => edit(person, fields)}
                  onCancel={() => closed(person.id)}
                />
              ) : (
                <Person
                  person={person}
                  readOnly={readOnly}
                  onEdit={() => setEditing(person.id)}
                  onRemove={() => void remove(person)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {removed !== null && <PutBack name={removed.name} onPutBack={() => void putBack(removed)} />}
      {editing === null && !readOnly && (
        <PersonForm label="Add person" roles={freeRoles} wanted={wanted} onSubmit={add} />
      )}
    </section>
  )
}
