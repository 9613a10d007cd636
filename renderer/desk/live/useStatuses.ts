import { useCallback } from 'react'

import type { Action, ObjectionStatus } from '../../../shared/meeting/schema'
import type { Command } from '../../../shared/meeting/commands'
import type { Session } from '../../state/session'
import { actionStatusWord, objectionStatusWord } from '../words'

/** The ways to say where objections and actions stand. A status something has already is no refusal here. */
export function useStatuses(session: Session) {
  const set = useCallback(
    async (command: Command, word: string) => {
      const answer = await session.run(command)
      if (answer.ok || answer.refusal.code === 'same')
        session.say({ kind: 'done', sentence: `Marked as ${word.toLowerCase()}.` })
      else session.say({ kind: 'refused', sentence: answer.refusal.sentence })
    },
    [session],
  )
  const setObjection = useCallback(
    (objection: string, status: ObjectionStatus) =>
      set({ type: 'setObjectionStatus', objection, status }, objectionStatusWord[status]),
    [set],
  )
  const setAction = useCallback(
    (action: string, status: Action['status']) =>
      set({ type: 'setActionStatus', action, status }, actionStatusWord[status]),
    [set],
  )
  return { setObjection, setAction }
}
