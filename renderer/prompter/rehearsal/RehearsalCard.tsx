import { useEffect, useState } from 'react'

import type { PrompterCommandId } from '../../../shared/keys/prompter'
import { AMOUNTS, type Amount } from '../../../shared/rehearsal/draws'
import { clock } from '../../../shared/rehearsal/words'
import type { Deck, Drawn } from './useDeck'
import type { Rehearsing } from './useRehearsal'

const WORDS: Readonly<Record<Amount, string>> = { none: 'None', few: 'A few', all: 'All of them' }

/** How often the time of an answer is shown anew, in milliseconds. */
const SHOW_EVERY = 250

type Props = { readonly rehearsing: Rehearsing; readonly onRun: (command: PrompterCommandId) => void }

/** Before the start what a rehearsal is; then the objection that was raised. It stands where the text has been read. */
export function RehearsalCard({ rehearsing, onRun }: Props) {
  const { phase, deck, seconds } = rehearsing
  if (phase === 'ready') return <Ready deck={deck} />
  if (phase !== 'reading' || deck.drawn === null) return null
  return <Raised drawn={deck.drawn} seconds={seconds} onRun={onRun} />
}

/** A click must not take the focus, or the next press of Space would press the button again. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault()

function Ready({ deck }: { readonly deck: Deck }) {
  return (
    <section className="rehearsal-card" aria-label="Rehearsal">
      <p className="rehearsal-words">
        <strong>A rehearsal.</strong> Nothing of it goes into the meeting, or on the board.
      </p>
      <p className="rehearsal-ways">
        <span>
          <kbd>Space</kbd> starts
        </span>
        <span>
          <kbd>R</kbd> ends it
        </span>
        <span className="rehearsal-amount">
          <kbd>O</kbd> Objections raised{' '}
          {AMOUNTS.map((amount) => (
            <button
              key={amount}
              type="button"
              aria-pressed={deck.amount === amount}
              onMouseDown={keepFocus}
              onClick={() => deck.choose(amount)}
            >
              {WORDS[amount]}
            </button>
          ))}
        </span>
      </p>
    </section>
  )
}

type RaisedProps = {
  readonly drawn: Drawn
  readonly seconds: () => number
  readonly onRun: (command: PrompterCommandId) => void
}

function Raised({ drawn, seconds, onRun }: RaisedProps) {
  const { objection, since, shownAfter } = drawn
  const canShow = objection.key !== null && objection.response !== null
  return (
    <section className="rehearsal-card rehearsal-raised" aria-label="Objection raised">
      <output className="rehearsal-words">
        <strong>{objection.role === '' ? 'Somebody' : objection.role}:</strong> {objection.text}
      </output>
      <p className="rehearsal-ways">
        {canShow && shownAfter === null && (
          <span>
            <kbd>{objection.key}</kbd> shows the response
          </span>
        )}
        <button type="button" onMouseDown={keepFocus} onClick={() => onRun('answered')}>
          <kbd>Enter</kbd> answered
        </button>
        {shownAfter === null && (
          <button type="button" onMouseDown={keepFocus} onClick={() => onRun('back')}>
            <kbd>Escape</kbd> pass over
          </button>
        )}
        <Since since={since} seconds={seconds} />
      </p>
    </section>
  )
}

function Since({ since, seconds }: Pick<Drawn, 'since'> & Pick<RaisedProps, 'seconds'>) {
  const [took, setTook] = useState(() => clock(seconds() - since))
  useEffect(() => {
    const timer = setInterval(() => setTook(clock(seconds() - since)), SHOW_EVERY)
    return () => clearInterval(timer)
  }, [since, seconds])
  return (
    <strong className="rehearsal-since figures" role="timer" aria-label="Time to answer">
      {took}
    </strong>
  )
}
