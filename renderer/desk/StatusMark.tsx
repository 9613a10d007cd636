import '../ui/StatusMark.css'

import { Circle, CircleCheck, CircleDot, CirclePause, FileCheck } from 'lucide-react'

import type { MeetingStatus } from '../../shared/meeting/schema'
import { statusWord } from './words'

const icons = {
  draft: Circle,
  live: CircleDot,
  paused: CirclePause,
  ended: CircleCheck,
  finalised: FileCheck,
} as const

/** Where a meeting stands: a shape and a word. */
export function StatusMark({ status }: { readonly status: MeetingStatus }) {
  const Icon = icons[status]
  return (
    <span className={`status-mark status-mark-${status}`}>
      <Icon size={14} aria-hidden />
      {statusWord[status]}
    </span>
  )
}
