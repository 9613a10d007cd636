import './Raised.css'

import { Repeat } from 'lucide-react'
import { useId } from 'react'

import { deskKey } from '../../../shared/keys/desk'
import { ariaShortcut } from '../../ui/Keys'
import type { RaisedProps } from './useRaised'

type RaisedMoreProps = RaisedProps & {
  readonly id: string
  readonly text: string
  readonly readOnly: boolean
}

const matchKeys = deskKey('entry.match').keys
const againKeys = deskKey('entry.again').keys

/** Which prepared objection a raised one is, who raised it how often, and the ways to put both right. */
export function RaisedMore({ id, text, taken, times, readOnly, onMatch, onAgain }: RaisedMoreProps) {
  const textId = useId()
  if (readOnly)
    return (
      <>
        {taken !== '' && <span>{taken}</span>}
        {times !== '' && <span>{times}</span>}
      </>
    )
  return (
    <>
      <span className="unseen" id={textId}>
        {text}
      </span>
      <button
        type="button"
        className="entry-taken"
        data-does="entry.match"
        data-none={taken === ''}
        aria-describedby={textId}
        aria-keyshortcuts={ariaShortcut(matchKeys)}
        title={`Which prepared objection it is (${matchKeys.join(' or ')})`}
        onClick={() => onMatch(id)}
      >
        {taken === '' ? 'no match' : taken}
      </button>
      <button
        type="button"
        className="entry-again"
        data-does="entry.again"
        aria-label="Raised again"
        aria-describedby={textId}
        aria-keyshortcuts={ariaShortcut(againKeys)}
        title={`Raised again (${againKeys.join(' or ')})`}
        onClick={() => onAgain(id)}
      >
        <Repeat size={12} aria-hidden />
      </button>
      {times !== '' && (
        <span className="entry-times" title={times}>
          {times}
        </span>
      )}
    </>
  )
}
