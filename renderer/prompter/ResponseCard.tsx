import { useEffect, useMemo, useRef, useState } from 'react'

import type { Meeting, Objection } from '../../shared/meeting/schema'
import { responseParts } from '../../shared/script/cues'
import { Paragraphs } from './SpanText'

type Props = {
  readonly objection: Objection
  readonly meeting: Meeting
  readonly now: string
  readonly partsRef: React.RefObject<HTMLDivElement | null>
}

/** So many letters of what not to say are set smaller, so that they leave room for what to say. */
const LONG = 180

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
  const more = useMore(partsRef)
  if (parts === null) return null

  return (
    <section className="response" aria-label="Response" ref={cardRef} tabIndex={-1}>
      <header>
        <h2>
          <kbd>{objection.key}</kbd> {objection.role}:{' '}
          <span className="objection-text">{objection.text}</span>
        </h2>
        <p className="ways">
          {more !== '' && (
            <span className="more">
              <kbd>Page Down</kbd> {more.toLowerCase()}
            </span>
          )}
          <span>
            <kbd>Escape</kbd> back
          </span>
          <span>
            <kbd>Space</kbd> back and on
          </span>
        </p>
      </header>
      <div className="parts" ref={partsRef} data-more={more !== ''}>
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
        <section className="do-not-say" data-long={(response?.doNotSay ?? '').length > LONG}>
          <h3>Do not say</h3>
          <div>
            <Paragraphs spans={parts.doNotSay} />
          </div>
        </section>
      )}
    </section>
  )
}

/** What follows below what is in sight, named by the heading of its part; empty at the end. */
function useMore(partsRef: Props['partsRef']): string {
  const [more, setMore] = useState('')
  useEffect(() => {
    const parts = partsRef.current
    if (parts === null) return
    const look = () => {
      const seen = parts.scrollTop + parts.clientHeight
      const ends = parts.scrollHeight - seen < 4
      const next = [...parts.children].find(
        (part) => part instanceof HTMLElement && part.offsetTop > parts.scrollTop + 4,
      )
      const inSight = next instanceof HTMLElement && next.offsetTop < seen
      setMore(ends ? '' : inSight ? (next.querySelector('h3')?.textContent ?? 'more') : 'more')
    }
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(parts)
    const wheel = (event: WheelEvent) => parts.scrollBy({ top: event.deltaY })
    parts.addEventListener('wheel', wheel, { passive: true })
    parts.addEventListener('scroll', look, { passive: true })
    return () => {
      watcher.disconnect()
      parts.removeEventListener('wheel', wheel)
      parts.removeEventListener('scroll', look)
    }
  }, [partsRef])
  return more
}

/** Moves on or back in a response, by a line or to the next part; a part's end is never passed over unseen. */
export function turn(parts: HTMLElement | null, by: 'part' | 'line', direction: 1 | -1): void {
  if (parts === null) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const behavior = calm ? 'instant' : 'smooth'
  const line = Number.parseFloat(getComputedStyle(parts).lineHeight)
  const at = parts.scrollTop
  if (by === 'line') {
    parts.scrollBy({ top: direction * line, behavior })
    return
  }
  const tops = [...parts.children].map((part) => (part instanceof HTMLElement ? part.offsetTop : 0))
  const page = parts.clientHeight - line
  const top =
    direction === 1
      ? Math.min(at + page, tops.find((each) => each > at + 4) ?? Infinity)
      : Math.max(at - page, tops.findLast((each) => each < at - 4) ?? 0)
  parts.scrollTo({ top, behavior })
}
