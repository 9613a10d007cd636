import { useCallback, useState } from 'react'

import type { StageState } from '../../shared/ipc'
import type { Meeting } from '../../shared/meeting/schema'
import { boardSays } from '../../shared/meeting/boardSays'

type ReadBack = {
  readonly text: string
  /** Whether the room sees it, in words. */
  readonly where: string
}

type Shown = { readonly readBack: ReadBack | null; readonly leave: () => void }

/** The sentence that is being read back, until the presenter goes back to the script. */
export function useReadBack(meeting: Meeting, stage: StageState | null): Shown {
  const [left, setLeft] = useState<string | null>(null)
  const up = meeting.readBack
  const leave = useCallback(() => setLeft(up?.at ?? null), [up])
  const readBack =
    up === null || up.at === left ? null : { text: up.text, where: boardSays(stage, meeting).words }
  return { readBack, leave }
}
