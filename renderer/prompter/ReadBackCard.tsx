import { useEffect, useRef } from 'react'

type Props = {
  readonly text: string
  readonly where: string
  readonly partsRef: React.RefObject<HTMLDivElement | null>
}

/** The sentence to be read out, over the lower two thirds of the script. `where` says what the room sees. */
export function ReadBackCard({ text, where, partsRef }: Props) {
  const cardRef = useRef<HTMLElement | null>(null)
  useEffect(() => cardRef.current?.focus({ preventScroll: true }), [])
  return (
    <section className="response read-back-card" aria-label="Read-back" ref={cardRef} tabIndex={-1}>
      <header>
        <h2>
          Read this out <span className="objection-text">{where}</span>
        </h2>
        <p className="ways">
          <span>
            <kbd>Escape</kbd> back
          </span>
          <span>
            <kbd>Space</kbd> back and on
          </span>
        </p>
      </header>
      <div className="parts" ref={partsRef}>
        <p className="read-back-text">{text}</p>
      </div>
    </section>
  )
}
