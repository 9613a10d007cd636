import { formatClock } from '../capture/due'
import type { StageState } from '../ipc'
import type { Behind } from '../ipcBoard'

/** What the room sees right now, in a word a lamp can have, and in words. */
export type BoardLamp = {
  readonly is: 'closed' | 'blank' | 'minimised' | 'frozen' | 'delayed' | 'live'
  readonly words: string
  /** What else there is to know of it; may be empty. */
  readonly more: string
}

function behindWords({ entries, other }: Behind): string {
  if (entries === 0) return other ? 'newer things wait' : ''
  return entries === 1 ? '1 newer entry waits' : `${entries} newer entries wait`
}

/** The lamp of the Board for a meeting: a Board of another meeting is not its own. */
export function boardLamp(stage: StageState | null, meeting: string, timeZone: string): BoardLamp {
  if (stage === null || stage.board !== meeting) return { is: 'closed', words: 'not open', more: '' }
  const { boardState, boardWindow, frozenSince, behind, waiting } = stage
  const newer = boardState.frozen ? behindWords(behind) : ''
  if (boardState.blank) {
    return { is: 'blank', words: boardState.frozen ? 'blank and frozen' : 'blank', more: newer }
  }
  if (boardWindow.is === 'minimised' || boardWindow.is === 'hidden') {
    return { is: 'minimised', words: boardWindow.is, more: 'the room does not see it' }
  }
  const covered = boardWindow.covered ? 'covered by another window' : ''
  if (boardState.frozen) {
    const since = frozenSince === null ? '' : ` since ${formatClock(frozenSince, timeZone)}`
    return { is: 'frozen', words: `frozen${since}`, more: newer === '' ? covered : newer }
  }
  if (waiting > 0) return { is: 'delayed', words: `live, ${waiting} to come`, more: covered }
  return { is: 'live', words: 'live', more: covered }
}
