import './EntryDialog.css'

import { useEffect, useRef, useState } from 'react'

import { takenOver } from '../../../shared/meeting/addedAgain'
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
import { EntryLinked } from './EntryLinked'
import { focusEntry } from './entryKeys'
import { focusStage } from './focusStage'

type EntryDialogProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly id: string
  readonly onClose: () => void
}

type OpenProps = EntryDialogProps & {
  /** The entry as it stands, or as it stood when the dialog opened where it is gone. */
  readonly captured: Captured
  readonly gone: boolean
}

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

function editedNow(fields: EntryFields, was: Captured, timeZone: string) {
  return editFrom(fields, was, { now: new Date().toISOString(), timeZone })
}

function Open({ session, meeting, id, captured, gone, onClose }: OpenProps) {
  const { timeZone } = meeting
  const [first, setFirst] = useState(() => fieldsOf(captured, timeZone))
  const [fields, setFields] = useState<EntryFields>(first)
  const [seen, setSeen] = useState(() => draftOf(captured))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [removing, setRemoving] = useState(false)
  const confirm = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const isGone = gone && !removing

  useEffect(() => {
    if (removing) confirm.current?.focus()
  }, [removing])

  function close(to = id) {
    onClose()
    focusAfter(to)
  }

  async function save(saw = seen) {
    if (gone) return addAnew()
    if (JSON.stringify(fields) === JSON.stringify(first)) {
      close()
      return
    }
    const draft = editedNow(fields, captured, timeZone)
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

  async function addAnew() {
    const draft = editedNow(fields, captured, timeZone)
    const answer = draft.ok
      ? await session.run({
          type: 'capture',
          draft: { ...draft.value, at: draft.value.at ?? captured.item.at },
        })
      : draft
    if (!answer.ok) {
      setRefusal(answer.refusal)
      return
    }
    const { id: added, body } = answer.value.entry
    const left = body.type === captured.type ? await carried(added) : null
    session.say({
      kind: 'done',
      sentence: `Added again: ${fields.text.trim()}${left === null ? '' : `. ${left}`}`,
    })
    close(added)
  }

  /** Gives the new entry what the old one had beside its words; the reason where something could not be. */
  async function carried(added: string): Promise<string | null> {
    let left: string | null = null
    for (const command of takenOver(meeting, captured, added)) {
      const answer = await session.run(command)
      if (!answer.ok) left ??= answer.refusal.sentence
    }
    return left
  }

  function keepTheirs() {
    const theirs = fieldsOf(captured, timeZone)
    setSeen(draftOf(captured))
    setFirst(theirs)
    setFields(theirs)
    setRefusal(null)
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus()
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
    <Dialog title={`Edit ${entryKindWord[first.kind].toLowerCase()}`} onClose={() => close()}>
      <form
        ref={form}
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
        {!gone && <EntryLinked session={session} meeting={meeting} entry={captured.item} />}
        {isGone && (
          <Refused>
            This entry is no longer there: it was removed or taken back while you were writing. What you typed
            is only here now.
          </Refused>
        )}
        {refusal !== null && refusal.code !== 'changed' && refusal.code !== 'unknown' && (
          <Refused>{refusal.sentence}</Refused>
        )}
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
            {!gone && (
              <Button look="quiet" className="entry-remove" onClick={() => setRemoving(true)}>
                Remove…
              </Button>
            )}
            <Button onClick={() => close()} keys="Esc">
              {gone ? 'Close' : 'Cancel'}
            </Button>
            <Button look="primary" type="submit" keys="Enter">
              {gone ? 'Add as a new entry' : 'Save'}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  )
}

/**
 * Everything about one captured entry, to correct: text, kind, person, time, due date; and to remove it. What was
 * typed stays where somebody else removes the entry meanwhile.
 */
export function EntryDialog(props: EntryDialogProps) {
  const stands = capturedItem(props.meeting, props.id)
  const [opened, setOpened] = useState(stands)
  if (opened === null && stands !== null) setOpened(stands)
  const captured = stands ?? opened
  return captured === null ? null : <Open {...props} captured={captured} gone={stands === null} />
}
