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

/** `1 action`, `4 actions`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
