import { ArrowUpRight, Check, Circle, Clock } from 'lucide-react'

import { objectionStatusSchema, type Objection, type ObjectionStatus } from '../../../shared/meeting/schema'
import { objectionStatusWord } from '../words'

const icons = { open: Circle, answered: Check, sustained: ArrowUpRight, deferred: Clock } as const

type StatusSelectProps = {
  readonly objection: Objection
  readonly disabled: boolean
  readonly onStatus: (id: string, status: ObjectionStatus) => void
}

/** Where an objection stands, and the way to change it. */
export function StatusSelect({ objection, disabled, onStatus }: StatusSelectProps) {
  const { id, text, status } = objection
  const Icon = icons[status]
  return (
    <span className="objection-status" data-status={status}>
      <Icon size={12} aria-hidden />
      <select
        aria-label={`Status of “${text}”`}
        value={status}
        disabled={disabled}
        onChange={(event) => onStatus(id, objectionStatusSchema.parse(event.target.value))}
      >
        {objectionStatusSchema.options.map((each) => (
          <option key={each} value={each}>
            {objectionStatusWord[each]}
          </option>
        ))}
      </select>
    </span>
  )
}
