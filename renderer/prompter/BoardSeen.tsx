import './boardSeen.css'

import type { ReactNode } from 'react'

import type { StageState } from '../../shared/ipc'
import { boardLamp } from '../../shared/meeting/boardLamp'
import type { Meeting } from '../../shared/meeting/schema'
import { useBoardPicture } from '../state/boardPicture'
import { BoardPicture } from '../ui/BoardPicture'

type Props = {
  readonly stage: StageState | null
  readonly meeting: Pick<Meeting, 'id' | 'timeZone'>
  readonly isMirrored: boolean
  /** What stands below the lamp. */
  readonly children: ReactNode
}

/** States in which the room sees something else than the presenter may think. */
const LOUD: ReadonlySet<string> = new Set(['blank', 'frozen', 'minimised'])

/** What the room sees right now: a picture of the Board as it was painted, and a lamp in words. */
export function BoardSeen({ stage, meeting, isMirrored, children }: Props) {
  const picture = useBoardPicture()
  const lamp = boardLamp(stage, meeting.id, meeting.timeZone)
  const open = lamp.is !== 'closed'
  const shared = stage?.sharedDisplay === true && (lamp.is === 'live' || lamp.is === 'delayed')
  const more = isMirrored ? '' : shared ? 'on this display' : lamp.more
  return (
    <div className="board-seen" data-loud={LOUD.has(lamp.is) || shared || isMirrored}>
      <div className="bar-states">
        <output className="board-lamp" aria-label="Board" data-is={lamp.is} title={more}>
          <span className="board-lamp-word">
            {isMirrored ? 'Displays are mirrored' : `Board ${lamp.words}`}
          </span>
          {more !== '' && <span className="board-lamp-more">{more}</span>}
        </output>
        {children}
      </div>
      {open && <BoardPicture picture={picture} lamp={lamp} />}
    </div>
  )
}
