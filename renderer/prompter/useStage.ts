import { useCallback, useEffect, useState } from 'react'

import type { StageState } from '../../shared/ipc'
import type { BoardState } from '../../shared/ipcBoard'
import { bridge } from '../bridge'
import { NO_BOARD } from './commandWords'

export type Stage = {
  readonly stage: StageState | null
  /** Blanks or freezes the board, or undoes it; says whether it is so now, null where that is not known or there is no Board. */
  readonly flip: (what: keyof BoardState) => boolean | null
}

/** What the Board shows, and the way to change it; `refused` is told why where it could not be done. */
export function useStage(refused: (sentence: string) => void): Stage {
  const [stage, setStage] = useState<StageState | null>(null)

  useEffect(() => {
    const stop = bridge.on('stage:changed', setStage)
    void bridge.call('stage:get', null).then((now) => setStage((known) => known ?? now))
    return stop
  }, [])

  const flip = useCallback(
    (what: keyof BoardState) => {
      if (stage === null) return null
      if (stage.board === null) {
        refused(NO_BOARD)
        return null
      }
      const next = !stage.boardState[what]
      void bridge.call('board:set', { [what]: next }).then((answer) => {
        if (!answer.ok) refused(answer.refusal.sentence)
      })
      return next
    },
    [stage, refused],
  )

  return { stage, flip }
}
