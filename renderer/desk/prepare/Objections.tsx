import './Objections.css'

import { Plus } from 'lucide-react'
import { useState } from 'react'

import type { Meeting, Objection } from '../../../shared/meeting/schema'
import { useMinute } from '../../state/now'
import { fieldsOfObjection, newObjectionFields, objectionFrom } from '../../state/objectionFields'
import { newForm, openForm, prepareForms, setForms } from '../../state/prepareForms'
import type { Session } from '../../state/session'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { moveItem } from './moveItem'
import { ObjectionForm } from './ObjectionForm'
import { ObjectionView } from './ObjectionView'
import { focusId, placeId } from './places'
import { PutBack } from './PutBack'

type ObjectionsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly preview: Meeting
  readonly readOnly: boolean
}

type Removed = { readonly objection: Objection; readonly position: number }

/** What somebody is expected to say, each with its prepared response and the key that shows it. */
export function Objections({ session, meeting, preview, readOnly }: ObjectionsProps) {
  const moment = new Date(useMinute()).toISOString()
  const { objection: form } = useObservable(prepareForms(meeting.id))
  const [removed, setRemoved] = useState<Removed | null>(null)
  const expected = meeting.objections.filter(({ at }) => at === null)

  function closed(id: string | null) {
    setForms(meeting.id, { objection: null })
    focusId(id === null ? placeId('addObjection') : placeId('objection', id))
  }

  function move(objection: Objection, index: number, step: -1 | 1) {
    const other = expected[index + step]
    if (other === undefined) return
    const to = meeting.objections.findIndex(({ id }) => id === other.id)
    void moveItem(session, { type: 'moveExpected', objection: objection.id, to }, objection.text)
  }

  async function putBack({ objection, position }: Removed) {
    const fields = objectionFrom(fieldsOfObjection(objection))
    if (!fields.ok) return
    const answer = await session.run({ type: 'addExpected', objection: fields.value })
    if (!answer.ok) {
      session.say({ kind: 'refused', sentence: answer.refusal.sentence })
      return
    }
    const { id } = answer.value.entry
    setRemoved(null)
    await session.run({ type: 'moveExpected', objection: id, to: position })
    focusId(placeId('objection', id))
  }

  return (
    <section
      className="objections"
      aria-labelledby="objections-title"
      id={placeId('objections')}
      tabIndex={-1}
    >
      <div className="region-head">
        <h2 className="region-title" id="objections-title">
          Objections
        </h2>
        <span className="region-count figures">{expected.length} prepared</span>
      </div>
      {expected.length === 0 && (
        <p className="region-empty">
          Nothing prepared yet. Add what you expect to hear, and its answer is one key away on the prompter.
        </p>
      )}
      {expected.length > 0 && (
        <ol className="objection-list" aria-label="Prepared objections">
          {expected.map((objection, index) => (
            <li key={objection.id}>
              {form?.id === objection.id ? (
                <ObjectionForm
                  session={session}
                  meeting={meeting}
                  form={form}
                  onClose={closed}
                  onRemoved={() =>
                    setRemoved({
                      objection,
                      position: meeting.objections.findIndex(({ id }) => id === objection.id),
                    })
                  }
                />
              ) : (
                <ObjectionView
                  objection={objection}
                  meeting={preview}
                  moment={moment}
                  readOnly={readOnly}
                  first={index === 0}
                  last={index === expected.length - 1}
                  onMove={(step) => move(objection, index, step)}
                  onEdit={() =>
                    setForms(meeting.id, {
                      objection: openForm(objection, fieldsOfObjection(objection)),
                    })
                  }
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {removed !== null && <PutBack name={removed.objection.text} onPutBack={() => void putBack(removed)} />}
      {form !== null && form.id === null && (
        <ObjectionForm session={session} meeting={meeting} form={form} onClose={closed} />
      )}
      {!readOnly && form?.id !== null && (
        <div className="add-row">
          <Button
            small
            id={placeId('addObjection')}
            icon={<Plus size={14} aria-hidden />}
            onClick={() =>
              setForms(meeting.id, { objection: newForm(newObjectionFields('', meeting.objections)) })
            }
          >
            Add objection
          </Button>
        </div>
      )}
    </section>
  )
}
