import type { StageState } from '../../shared/ipc'
import { bridge } from '../bridge'
import { observable } from './store'

/** Which of the other two windows are open, and what the Board shows; null until first heard of. */
export const stageState = observable<StageState | null>(null)

/** Follows the other two windows; returns how to stop. */
export function followStage(): () => void {
  let told = false
  const stop = bridge.on('stage:changed', (state) => {
    told = true
    stageState.set(state)
  })
  void bridge.call('stage:get', null).then((state) => {
    if (!told) stageState.set(state)
  })
  return stop
}
