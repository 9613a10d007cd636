import './Conflict.css'

import { useRef } from 'react'

import { Button } from '../../ui/Button'
import { Refused } from '../../ui/Notice'
import { useReachableScroll } from '../../ui/useReachableScroll'

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
        <Version text={mine} />
        <dt>Theirs</dt>
        <Version text={theirs} />
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

function Version({ text }: { readonly text: string }) {
  const area = useRef<HTMLElement>(null)
  useReachableScroll(area)
  return <dd ref={area}>{text}</dd>
}
