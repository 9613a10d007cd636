import { powerSaveBlocker } from 'electron'

import type { Meeting } from '../../shared/meeting/schema'

const running = new Set<string>()
let blocker: number | null = null

/** While any meeting is live the display does not sleep; it may again on a break and after the end. */
export function stayAwake({ id, status }: Pick<Meeting, 'id' | 'status'>): void {
  if (status === 'live') running.add(id)
  else running.delete(id)
  if (running.size > 0 && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep')
  if (running.size === 0 && blocker !== null) {
    powerSaveBlocker.stop(blocker)
    blocker = null
  }
}
