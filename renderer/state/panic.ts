import type { StageState } from '../../shared/ipc'
import { deskKeysIn } from '../../shared/keys/desk'
import { matchKey } from '../../shared/keys/match'
import { bridge } from '../bridge'
import { stageState } from './stage'

const panicKeys = deskKeysIn('desk')

/** Whether there is something to hide, or something hidden to bring back. */
export function canPanic(stage: StageState | null): boolean {
  return stage !== null && (stage.panic || stage.prompter !== null || stage.board !== null)
}

/** Hides the prompter and blanks the Board at once; a second time brings both back. */
export async function panic(): Promise<void> {
  if (canPanic(stageState.get())) await bridge.call('stage:panic', null)
}

/** The panic key works everywhere on the Desk, in a field and in a dialog too; returns how to stop. */
export function followPanicKey(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (matchKey(event, panicKeys) === null) return
    event.preventDefault()
    event.stopPropagation()
    void panic()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => window.removeEventListener('keydown', onKey, { capture: true })
}
