import { Plus } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'

import type { Refusal } from '../../../shared/result'
import { LONGEST_LINE } from '../../../shared/text'
import { oneAtATime } from '../../state/oneAtATime'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'
import { placeId } from './places'

type NewTaskProps = { readonly session: Session; readonly empty: boolean }

/** A row to add one more task; it is ready for the next at once. */
export function NewTask({ session, empty }: NewTaskProps) {
  const [text, setText] = useState('')
  const [estimate, setEstimate] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [once] = useState(oneAtATime)
  const form = useRef<HTMLFormElement>(null)

  async function add() {
    const answer = await session.run({ type: 'addTask', text, estimate })
    setRefusal(answer.ok ? null : answer.refusal)
    const fields = form.current?.querySelectorAll('input')
    if (!answer.ok) {
      fields?.[answer.refusal.path === 'estimate' ? 1 : 0]?.focus()
      return
    }
    session.say({ kind: 'done', sentence: `“${text.trim()}” added to the plan.` })
    setText('')
    setEstimate('')
    fields?.[0]?.focus()
  }

  return (
    <form
      ref={form}
      className="task task-new"
      aria-label="Add a task"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        once(add)
      }}
    >
      <span className="task-number" aria-hidden="true" />
      <input
        type="text"
        id={placeId('newTask')}
        className="input task-text"
        aria-label="New task"
        placeholder={empty ? 'The first task' : 'One more task'}
        maxLength={LONGEST_LINE}
        autoComplete="off"
        value={text}
        aria-invalid={refusal !== null && refusal.path !== 'estimate'}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        type="text"
        className="input figures task-hours"
        aria-label="New estimate"
        placeholder="4–6 hours"
        maxLength={LONGEST_LINE}
        autoComplete="off"
        value={estimate}
        aria-invalid={refusal?.path === 'estimate'}
        onChange={(event) => setEstimate(event.target.value)}
      />
      <Button type="submit" className="task-add" icon={<Plus size={14} aria-hidden />}>
        Add task
      </Button>
      {refusal !== null && (
        <div className="task-refusal">
          <Refused>{refusal.sentence}</Refused>
        </div>
      )}
    </form>
  )
}
