import './BoardSeen.css'

import type { BoardState } from '../../../shared/ipcBoard'
import type { BoardLamp } from '../../../shared/meeting/boardLamp'
import { useBoardPicture } from '../../state/boardPicture'
import { BoardPicture } from '../../ui/BoardPicture'
import { Button } from '../../ui/Button'

type BoardSeenProps = {
  readonly lamp: BoardLamp
  readonly state: BoardState | null
  readonly open: boolean
  readonly onSet: (change: Partial<BoardState>) => void
}

/** What the room sees, as a picture and in words, and the buttons that hold it still or take it away. */
export function BoardSeen({ lamp, state, open, onSet }: BoardSeenProps) {
  const picture = useBoardPicture()
  const { frozen, blank } = state ?? { frozen: false, blank: false }
  return (
    <div className="board-seen" data-open={open}>
      {open && <BoardPicture picture={picture} lamp={lamp} />}
      <div className="board-buttons">
        <Button aria-pressed={frozen} disabled={!open} onClick={() => onSet({ frozen: !frozen })}>
          Freeze board
        </Button>
        <Button aria-pressed={blank} disabled={!open} onClick={() => onSet({ blank: !blank })}>
          Blank board
        </Button>
      </div>
      {open && (
        <p className="board-words figures" aria-live="polite" data-is={lamp.is}>
          Board {lamp.words}
          {lamp.more !== '' && `: ${lamp.more}`}
        </p>
      )}
    </div>
  )
}
