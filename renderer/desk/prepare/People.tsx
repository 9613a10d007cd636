import './People.css'

import { useState } from 'react'

import type { Attendee, Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Person } from './Person'
import { PersonForm, type PersonFields } from './PersonForm'

type PeopleProps = { readonly session: Session; readonly meeting: Meeting; readonly readOnly: boolean }

/** Who is expected in the meeting, and a row to add one more. */
export function People({ session, meeting, readOnly }: PeopleProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const { attendees, playbook } = meeting
  const taken = new Set(attendees.map(({ role }) => role))
  const freeRoles = playbook.roles.map(({ title }) => title).filter((title) => !taken.has(title))

  async function add(fields: PersonFields) {
    const answer = await session.run({ type: 'addAttendee', attendee: fields })
    if (answer.ok) session.say({ kind: 'done', sentence: `${fields.name.trim()} added.` })
    return answer.ok ? null : answer.refusal.sentence
  }

  async function edit(person: Attendee, fields: PersonFields) {
    const answer = await session.run({ type: 'editAttendee', attendee: { id: person.id, ...fields } })
    if (!answer.ok) return answer.refusal.sentence
    session.say({ kind: 'done', sentence: `${fields.name.trim()} changed.` })
    setEditing(null)
    return null
  }

  return (
    <section className="prepare-side" aria-labelledby="people-title">
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
                  onCancel={() => setEditing(null)}
                />
              ) : (
                <Person
                  person={person}
                  readOnly={readOnly}
                  onEdit={() => setEditing(person.id)}
                  onRemove={() =>
                    void session.tell(
                      { type: 'removeAttendee', attendee: person.id },
                      () => `${person.name} removed.`,
                    )
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === null && !readOnly && <PersonForm label="Add person" roles={freeRoles} onSubmit={add} />}
    </section>
  )
}
