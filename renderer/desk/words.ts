import type { Conflict } from '../../shared/meeting/actionConflicts'
import type { EntryKind } from '../../shared/meeting/entryEdit'
import type { Action, MeetingStatus, Objection, ObjectionStatus } from '../../shared/meeting/schema'

export const statusWord: Readonly<Record<MeetingStatus, string>> = {
  draft: 'Not started',
  live: 'Live',
  paused: 'On a break',
  ended: 'Ended',
  finalised: 'Finalised',
}

export const objectionStatusWord: Readonly<Record<ObjectionStatus, string>> = {
  open: 'Open',
  answered: 'Answered',
  sustained: 'Sustained',
  deferred: 'Deferred',
}

export const objectionKindWord: Readonly<Record<Objection['kind'], string>> = {
  objection: 'Objection',
  question: 'Question',
  concern: 'Concern',
}

export const actionStatusWord: Readonly<Record<Action['status'], string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
}

export const entryKindWord: Readonly<Record<EntryKind, string>> = {
  ...objectionKindWord,
  decision: 'Decision',
  action: 'Action',
  parking: 'Parking lot',
  note: 'Note',
}

const CONFLICTS: Readonly<Record<Conflict, string>> = {
  past: 'overdue',
  afterRelease: 'after the new date of the plan',
  afterTask: 'after the plan ends this task',
}

/** What a due date is at odds with; empty for nothing. */
export function conflictWords(conflicts: readonly Conflict[]): string {
  return conflicts.map((conflict) => CONFLICTS[conflict]).join(', ')
}

/** `1 action`, `4 actions`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
