import { ArrowUpRight, Check, Circle, Clock, Minus, type LucideIcon } from 'lucide-react'

import type { Action, ObjectionStatus } from '../../../shared/meeting/schema'
import { actionStatusWord, objectionStatusWord } from '../words'
import { useSettled } from './useSettled'

type Status = ObjectionStatus | Action['status']

const icons: Readonly<Record<Status, LucideIcon>> = {
  open: Circle,
  answered: Check,
  sustained: ArrowUpRight,
  deferred: Clock,
  done: Check,
  dropped: Minus,
}

type StatusSelectProps<S extends Status> = {
  readonly id: string
  readonly text: string
  readonly status: S
  readonly options: readonly S[]
  readonly disabled: boolean
  readonly onStatus: (id: string, status: S) => Promise<unknown>
}

const words: Readonly<Record<Status, string>> = { ...objectionStatusWord, ...actionStatusWord }

/** Where an entry stands, and the way to change it; by key too: arrows, or its first letter. */
export function StatusSelect<S extends Status>({
  id,
  text,
  status,
  options,
  disabled,
  onStatus,
}: StatusSelectProps<S>) {
  const { value, choose, settle } = useSettled(status, (next: S) => onStatus(id, next))
  const Icon: LucideIcon = icons[value]
  return (
    <span className="entry-status" data-status={value}>
      <Icon size={12} aria-hidden />
      <select
        aria-label={`Status of “${text}”`}
        value={value}
        disabled={disabled}
        onBlur={settle}
        onChange={(event) => {
          const next = options.find((each) => each === event.target.value)
          if (next !== undefined) choose(next)
        }}
      >
        {options.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </span>
  )
}
