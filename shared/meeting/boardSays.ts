import type { StageState } from '../ipc'
import type { Meeting } from './schema'

/** Whether the room sees what is meant for the Board, in a sentence; `stage` is null until it is known. */
export function boardSays(stage: StageState | null, meeting: Pick<Meeting, 'id' | 'settings'>): string {
  if (stage?.board !== meeting.id) return 'The board is closed: the room does not see it.'
  if (stage.boardState.blank) return 'The board is blank: the room does not see it.'
  if (stage.boardState.frozen) return 'The board is frozen: the room does not see it.'
  const { boardDelay } = meeting.settings
  return boardDelay === 0 ? 'It is on the board.' : `On the board after its delay of ${boardDelay} s.`
}
