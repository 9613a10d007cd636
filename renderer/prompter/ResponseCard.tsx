import { useEffect, useMemo, useRef } from 'react'

import type { Meeting, Objection } from '../../shared/meeting/schema'
import { responseParts } from '../../shared/script/cues'
import { Paragraphs } from './SpanText'

type Props = {
  readonly objection: Objection
  readonly meeting: Meeting
  readonly now: string
  readonly partsRef: React.RefObject<HTMLDivElement | null>
}

/**
 * The prepared answer to one objection, over the lower two thirds of the script. The first part is at reading
 * size at once, the next ones follow below it; what not to say stays in sight throughout.
 */
export function ResponseCard({ objection, meeting, now, partsRef }: Props) {
  const cardRef = useRef<HTMLElement | null>(null)
  useEffect(() => cardRef.current?.focus({ preventScroll: true }), [])
  const { response } = objection
  const parts = useMemo(
    () => (response === null ? null : responseParts(response, meeting, now)),
    [response, meeting, now],
  )
  if (parts === null) return null

  return (
    <section className="response" aria-label="Response" ref={cardRef} tabIndex={-1}>
      <header>
        <h2>
          <kbd>{objection.key}</kbd> {objection.role}: <span className="objection-text">{objection.text}</span>
        </h2>
        <p className="way-back">
          <kbd>{objection.key}</kbd> or <kbd>Escape</kbd> back · <kbd>Space</kbd> back and on
        </p>
      </header>
      <div className="parts" ref={partsRef}>
        <section className="say-first">
          <h3>Say first</h3>
          <Paragraphs spans={parts.sayFirst} />
        </section>
        {parts.evidence.length > 0 && (
          <section>
            <h3>Evidence</h3>
            <Paragraphs spans={parts.evidence} />
          </section>
        )}
        {parts.questionBack.length > 0 && (
          <section>
            <h3>Ask back</h3>
            <Paragraphs spans={parts.questionBack} />
          </section>
        )}
      </div>
      {parts.doNotSay.length > 0 && (
        <section className="do-not-say">
          <h3>Do not say</h3>
          <div>
            <Paragraphs spans={parts.doNotSay} />
          </div>
        </section>
      )}
    </section>
  )
}

/** Moves on or back in a response: to the next of its parts, or by a line. */
export function turn(parts: HTMLElement | null, by: 'part' | 'line', direction: 1 | -1): void {
  if (parts === null) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const behavior = calm ? 'instant' : 'smooth'
  if (by === 'line') {
    parts.scrollBy({ top: direction * Number.parseFloat(getComputedStyle(parts).lineHeight), behavior })
    return
  }
  const tops = [...parts.children].map((part) => (part instanceof HTMLElement ? part.offsetTop : 0))
  const at = parts.scrollTop
  const top = direction === 1 ? tops.find((each) => each > at + 4) : tops.findLast((each) => each < at - 4)
  if (top !== undefined) parts.scrollTo({ top, behavior })
}
