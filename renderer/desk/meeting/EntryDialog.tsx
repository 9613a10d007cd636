import './EntryDialog.css'

import { useEffect, useRef, useState } from 'react'

import { editFrom, fieldsOf, type EntryFields } from '../../../shared/meeting/entryEdit'
import { capturedItem } from '../../../shared/meeting/lists'
import type { Captured } from '../../../shared/meeting/entries'
import type { Meeting } from '../../../shared/meeting/schema'
import { draftOf } from '../../../shared/meeting/seen'
import type { Refusal } from '../../../shared/result'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Refused } from '../../ui/Notice'
import { entryKindWord } from '../words'
import { Conflict } from './Conflict'
import { EntryForm } from './EntryForm'
import { focusEntry } from './entryKeys'
import { focusStage } from './focusStage'

type EntryDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly id: string
  readonly onClose: () => void
}

type OpenProps = EntryDialogProps & { readonly captured: Captured }

/**
 * After the dialog has gone: to the entry, which may stand in another list now, or to where work begins. In a
 * dialog below: to what is next to be settled there.
 */
function focusAfter(id: string) {
  requestAnimationFrame(() => {
    const below = document.querySelector('dialog[open]')
    if (below !== null) below.querySelector<HTMLElement>('.entry-edit-here, [data-first]')?.focus()
    else if (!focusEntry(id)) focusStage('live')
  })
}

function Open({ session, meeting, id, captured, onClose }: OpenProps) {
  const { timeZone } = meeting
  const [first] = useState(() => fieldsOf(captured, timeZone))
  const [fields, setFields] = useState<EntryFields>(first)
  const [seen, setSeen] = useState(() => draftOf(captured))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [removing, setRemoving] = useState(false)
  const confirm = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (removing) confirm.current?.focus()
  }, [removing])

  function close() {
    onClose()
    focusAfter(id)
  }

  async function save(saw = seen) {
    if (JSON.stringify(fields) === JSON.stringify(first)) {
      close()
      return
    }
    const draft = editFrom(fields, captured, { now: new Date().toISOString(), timeZone })
    const answer = draft.ok
      ? await session.run({ type: 'editEntry', entry: id, draft: draft.value, seen: saw })
      : draft
    if (!answer.ok) {
      setRefusal(answer.refusal)
      return
    }
    session.say({ kind: 'done', sentence: `Corrected: ${fields.text.trim()}` })
    close()
  }

  function keepTheirs() {
    setSeen(draftOf(captured))
    setFields(fieldsOf(captured, timeZone))
    setRefusal(null)
  }

  async function remove() {
    const answer = await session.run({ type: 'removeEntry', entry: id, seen })
    if (!answer.ok) {
      setRefusal(answer.refusal)
      setRemoving(false)
      return
    }
    session.say({ kind: 'done', sentence: `Removed: ${captured.item.text}` })
    close()
  }

  return (
    <Dialog title={`Edit ${entryKindWord[first.kind].toLowerCase()}`} onClose={close}>
      <form
        className="entry-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <EntryForm
          fields={fields}
          captured={captured}
          meeting={meeting}
          onEnter={() => void save()}
          onChange={(change) => {
            setRefusal(null)
            setFields((now) => ({ ...now, ...change }))
          }}
        />
        {refusal !== null && refusal.code !== 'changed' && <Refused>{refusal.sentence}</Refused>}
        {refusal?.code === 'changed' && (
          <Conflict
            sentence={refusal.sentence}
            mine={`${entryKindWord[fields.kind]}: ${fields.text.trim()}`}
            theirs={`${entryKindWord[fieldsOf(captured, timeZone).kind]}: ${captured.item.text}`}
            onMine={() => void save(draftOf(captured))}
            onTheirs={keepTheirs}
          />
        )}
        {removing ? (
          <div className="dialog-buttons" key="removing">
            <p className="entry-asks">
              Remove it? The log keeps that it was there; a record leaves out its words.
            </p>
            <Button onClick={() => setRemoving(false)}>Keep it</Button>
            <Button look="stop" ref={confirm} onClick={() => void remove()}>
              Remove entry
            </Button>
          </div>
        ) : (
          <div className="dialog-buttons" key="editing">
            <Button look="quiet" className="entry-remove" onClick={() => setRemoving(true)}>
              Remove…
            </Button>
            <Button onClick={close} keys="Esc">
              Cancel
            </Button>
            <Button look="primary" type="submit" keys="Enter">
              Save
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  )
}

/** Everything about one captured entry, to correct: text, kind, person, time, due date; and to remove it. */
export function EntryDialog(props: EntryDialogProps) {
  const captured = capturedItem(props.meeting, props.id)
  if (captured !== null) return <Open {...props} captured={captured} />
  return null
}
