import { useState } from 'react'

import type { Unowned } from '../../../../shared/meeting/closing'
import { plannedEnd } from '../../../../shared/meeting/taskActions'
import type { Meeting, PlanTask } from '../../../../shared/meeting/schema'
import { oneAtATime } from '../../../state/oneAtATime'
import type { Session } from '../../../state/session'
import { Button } from '../../../ui/Button'
import { EntryDialog } from '../../meeting/EntryDialog'
import { count, listed } from '../../words'
import { Part } from './Part'

type NotOwnedProps = {
  readonly session: Session
  readonly meeting: Meeting
  readonly unowned: readonly Unowned[]
  readonly tasks: readonly PlanTask[]
}

const lackWords = { owner: 'no owner', due: 'no due date' } as const

function noteOf(unowned: number, tasks: number): string {
  const parts = [
    ...(unowned === 0 ? [] : [`${count(unowned, 'action')} without owner or date`]),
    ...(tasks === 0 ? [] : [`${count(tasks, 'task')} of the plan without an action`]),
  ]
  return parts.length === 0 ? 'Every action has an owner and a due date' : listed(parts)
}

/** Actions without an owner or a date, and tasks of the plan that nobody has taken on. */
export function NotOwned({ session, meeting, unowned, tasks }: NotOwnedProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const [once] = useState(oneAtATime)

  async function takeOn(task: string) {
    const due = plannedEnd(meeting, task)
    const answer = await session.run({ type: 'taskToAction', task, owner: null, due })
    if (answer.ok) setEditing(answer.value.entry.id)
    else session.say({ kind: 'refused', sentence: answer.refusal.sentence })
  }

  return (
    <Part
      title="Not owned"
      note={noteOf(unowned.length, tasks.length)}
      done={unowned.length + tasks.length === 0}
    >
      {unowned.length + tasks.length > 0 && (
        <ul className="closing-lines" aria-label="Not owned">
          {unowned.map(({ action, lacks }) => (
            <li className="closing-line" key={action.id} data-entry={action.id}>
              <p>
                {action.text}{' '}
                <span className="closing-lacks">{lacks.map((lack) => lackWords[lack]).join(', ')}</span>
              </p>
              <Button small className="entry-edit-here" onClick={() => setEditing(action.id)}>
                Set owner and date
              </Button>
            </li>
          ))}
          {tasks.map(({ id, text }) => (
            <li className="closing-line" key={id}>
              <p>
                {text} <span className="closing-lacks">in the plan, without an action</span>
              </p>
              <Button small onClick={() => once(() => takeOn(id))}>
                Add action
              </Button>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <EntryDialog
          key={editing}
          session={session}
          meeting={meeting}
          id={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Part>
  )
}
