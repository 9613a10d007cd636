import { useState, type FormEvent } from 'react'

import type { Meeting } from '../../../shared/meeting/schema'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Refused } from '../../ui/Notice'
import { count } from '../words'

type BoardSettingsProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** What the room sees, and how soon; and when the presenter sees a prepared response. */
export function BoardSettings({ session, meeting, onClose }: BoardSettingsProps) {
  const { settings } = meeting
  const [boardDelay, setDelay] = useState(settings.boardDelay)
  const [boardTheme, setTheme] = useState(settings.boardTheme)
  const [namesOnBoard, setNames] = useState(settings.namesOnBoard)
  const [offerUnasked, setUnasked] = useState(settings.offerUnasked)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const next = { ...settings, boardDelay, boardTheme, namesOnBoard, offerUnasked }
    const answer = await session.run({ type: 'setSettings', settings: next })
    if (answer.ok) {
      session.say({ kind: 'done', sentence: 'Settings saved.' })
      onClose()
    } else {
      setRefusal(answer.refusal.sentence)
    }
  }

  return (
    <Dialog title="Board settings" onClose={onClose}>
      <form className="settings-form" onSubmit={(event) => void save(event)}>
        <Field
          label="Delay before something shows on the board"
          hint="What is undone in this time never shows."
        >
          {(ids) => (
            <div className="delay">
              <input
                {...ids}
                type="range"
                min={0}
                max={10}
                step={1}
                value={boardDelay}
                aria-valuetext={boardDelay === 0 ? 'At once' : count(boardDelay, 'second')}
                data-first=""
                onChange={(event) => setDelay(Number(event.target.value))}
              />
              <output className="figures">
                {boardDelay === 0 ? 'At once' : count(boardDelay, 'second')}
              </output>
            </div>
          )}
        </Field>
        <Checkbox
          label="Dark board"
          hint="Light letters on a dark ground, for a dark room. Off: a sheet of paper."
          checked={boardTheme === 'dark'}
          onChange={(dark) => setTheme(dark ? 'dark' : 'light')}
        />
        <Checkbox
          label="Names on the board"
          hint="Off: concerns and actions show there without who said or owns them."
          checked={namesOnBoard}
          onChange={setNames}
        />
        <Checkbox
          label="Show a prepared response at once"
          hint="Off: the prompter offers it in one line, and the presenter’s key shows it."
          checked={offerUnasked}
          onChange={setUnasked}
        />
        {refusal !== null && <Refused>{refusal}</Refused>}
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save settings
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
