import { useEffect, useRef } from 'react'

import { useObservable, type Observable } from '../state/store'
import { minutes } from './format'
import type { Times } from './memory'
import { PhraseList, shownOf } from './PhraseList'
import type { MarkedPhrase } from './usePhrases'

type Props = {
  /** Whether the script is at its end; else the card was opened by its key. */
  readonly ended: boolean
  readonly phrases: readonly MarkedPhrase[]
  readonly times: Observable<Times>
  readonly onToggle: (id: string) => void
  readonly onClose: () => void
}

/**
 * What was said and how long it took, over the lower two thirds of the script: at its end, and whenever its key is
 * pressed. It never takes the focus by itself at the end, where the presenter may still be speaking.
 */
export function EndCard({ ended, phrases, times, onToggle, onClose }: Props) {
  const card = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!ended) card.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [ended])
  // A click must not take the focus, or the next press of Space would tick instead of starting the script.
  useEffect(() => {
    const element = card.current
    const keepFocus = (event: MouseEvent) => event.preventDefault()
    element?.addEventListener('mousedown', keepFocus)
    return () => element?.removeEventListener('mousedown', keepFocus)
  }, [])
  return (
    <section className="end-card" aria-label="Must-say phrases and times" ref={card} data-asked={!ended}>
      <header>
        <h2>
          {ended ? 'End of the script' : 'Must-say phrases'}
          {phrases.length > 0 && <span className="end-count"> · {shownOf(phrases)}</span>}
        </h2>
        <TimesSpent times={times} />
        {!ended && (
          <button type="button" onClick={onClose}>
            <kbd>Escape</kbd> back
          </button>
        )}
      </header>
      <PhraseList phrases={phrases} onToggle={onToggle} />
    </section>
  )
}

function TimesSpent({ times }: Pick<Props, 'times'>) {
  const { script, questions } = useObservable(times)
  return (
    <p className="times-spent">
      Script <strong className="figures">{minutes(Math.floor(script))}</strong> · Questions{' '}
      <strong className="figures">{minutes(Math.floor(questions))}</strong>
    </p>
  )
}
