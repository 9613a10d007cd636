import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { PlanTask } from '../../../shared/meeting/schema'
import { formatEstimate } from '../../../shared/plan/estimate'
import type { Result } from '../../../shared/result'
import { LONGEST_LINE } from '../../../shared/text'
import type { Session } from '../../state/session'
import { Refused } from '../../ui/Notice'
import { placeId } from './places'
import { RowTools, stepOf } from './RowTools'
import { useSavedText, type SavedText } from './useSavedText'

type TaskRowProps = {
  readonly session: Session
  readonly task: PlanTask
  readonly number: number
  readonly last: boolean
  readonly readOnly: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => Promise<Result<unknown>>
}

/** What is typed, though it may still be on its way; where that was refused, what is saved. */
function current(field: SavedText, saved: string): string {
  return field.refusal === null ? (field.typed ?? saved) : saved
}

/** One task of the plan, saved as its fields are left. Alt with an arrow moves it. */
export function TaskRow({ session, task, number, last, readOnly, onMove, onRemove }: TaskRowProps) {
  const estimate = task.estimate === null ? '' : formatEstimate(task.estimate)
  const latest = useRef({ text: task.text, estimate })
  const edit = (change: { readonly text: string } | { readonly estimate: string }) =>
    session.run({ type: 'editTask', task: task.id, ...latest.current, ...change })
  const name = useSavedText(task.text, (text) => edit({ text }))
  const hours = useSavedText(estimate, (text) => edit({ estimate: text }))
  useEffect(() => {
    latest.current = { text: current(name, task.text), estimate: current(hours, estimate) }
  })
  const [kept, setKept] = useState<string | null>(null)
  const refusal = name.refusal ?? hours.refusal ?? kept
  const refusalId = `${placeId('task', task.id)}-refusal`

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields in it
    <li
      className="task"
      onBlur={() => setKept(null)}
      onKeyDown={(event) => {
        const step = readOnly ? null : stepOf(event)
        if (step === null) return
        event.preventDefault()
        onMove(step)
      }}
    >
      <span className="task-number figures">{number}</span>
      <input
        {...name.input}
        type="text"
        className="input task-text"
        aria-label={`Task ${number}`}
        maxLength={LONGEST_LINE}
        readOnly={readOnly}
        aria-invalid={name.refusal !== null}
        aria-describedby={refusal === null ? undefined : refusalId}
      />
      <input
        {...hours.input}
        type="text"
        id={placeId('task', task.id)}
        className="input figures task-hours"
        aria-label={`Estimate ${number}`}
        placeholder="4–6 hours"
        maxLength={LONGEST_LINE}
        readOnly={readOnly}
        aria-invalid={hours.refusal !== null}
        aria-describedby={refusal === null ? undefined : refusalId}
      />
      {!readOnly && (
        <RowTools name={`task ${number}`} first={number === 1} last={last} onMove={onMove}>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove task ${number}`}
            title="Remove"
            onClick={() =>
              void onRemove().then((answer) => setKept(answer.ok ? null : answer.refusal.sentence))
            }
          >
            <X size={16} aria-hidden />
          </button>
        </RowTools>
      )}
      {refusal !== null && (
        <div className="task-refusal">
          <Refused id={refusalId}>{refusal}</Refused>
        </div>
      )}
    </li>
  )
}
