import type { StageState } from '../ipc'
import type { Meeting } from './schema'

/** Whether the room sees what is meant for the Board, and the same in a sentence. */
export type BoardSays = { readonly seen: boolean; readonly words: string }

const UNSEEN = 'the room does not see it.'

/** Whether the room sees what is meant for the Board; `stage` is null until it is known. */
export function boardSays(stage: StageState | null, meeting: Pick<Meeting, 'id' | 'settings'>): BoardSays {
  if (stage?.board !== meeting.id) return { seen: false, words: `The board is closed: ${UNSEEN}` }
  if (stage.boardState.blank) return { seen: false, words: `The board is blank: ${UNSEEN}` }
  if (stage.boardState.frozen) return { seen: false, words: `The board is frozen: ${UNSEEN}` }
  const { boardDelay } = meeting.settings
  const words = boardDelay === 0 ? 'It is on the board.' : `On the board after its delay of ${boardDelay} s.`
  return { seen: true, words }
}
