import { useMemo } from 'react'

import type { Command } from '../../shared/meeting/commands'
import type { MeetingSettings } from '../../shared/meeting/schema'
import type { Result } from '../../shared/result'

type Send = {
  /** Runs a command nobody waits for; a refusal is said. */
  readonly send: (command: Command) => void
  /** Keeps the settings in the meeting; says whether that was done. */
  readonly keepSettings: (settings: MeetingSettings) => Promise<boolean>
}

/** The Prompter's way to change its meeting; `refused` is told why where it could not be done. */
export function useSend(
  run: (command: Command) => Promise<Result<unknown>>,
  refused: (sentence: string) => void,
): Send {
  return useMemo(() => {
    const ask = async (command: Command) => {
      const answer = await run(command)
      if (!answer.ok) refused(answer.refusal.sentence)
      return answer.ok
    }
    return {
      send: (command) => void ask(command),
      keepSettings: (settings) => ask({ type: 'setSettings', settings }),
    }
  }, [run, refused])
}
