import './WorkBar.css'

import { useId } from 'react'

import { cancelWork, recordWork } from '../../state/recordWork'
import { useObservable } from '../../state/store'
import { Button } from '../../ui/Button'

/** How far a record is that is being made, and the way to stop it. Shows after a moment, for what takes one. */
export function WorkBar() {
  const work = useObservable(recordWork)
  const id = useId()
  if (work === null) return null
  return (
    <div className="work">
      <label htmlFor={id}>{work.label}…</label>
      <progress id={id} max={1} value={work.share} />
      <span className="figures">{Math.round(work.share * 100)} %</span>
      <Button small onClick={cancelWork}>
        Cancel
      </Button>
    </div>
  )
}
