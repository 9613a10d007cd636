import './Conflict.css'

import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'

type ConflictProps = {
  /** Who changed what, and what it is now. */
  readonly sentence: string
  readonly mine: string
  readonly theirs: string
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** What was typed here beside what somebody else made of it meanwhile: nothing is overwritten unasked. */
export function Conflict({ sentence, mine, theirs, onMine, onTheirs }: ConflictProps) {
  return (
    <div className="conflict">
      <Refused>{sentence}</Refused>
      <dl className="conflict-both">
        <dt>Yours</dt>
        <dd>{mine}</dd>
        <dt>Theirs</dt>
        <dd>{theirs}</dd>
      </dl>
      <div className="dialog-buttons">
        <Button onClick={onTheirs}>Keep theirs</Button>
        <Button look="primary" onClick={onMine}>
          Use mine
        </Button>
      </div>
    </div>
  )
}
