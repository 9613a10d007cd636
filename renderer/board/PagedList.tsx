import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

type Props = {
  readonly name: string
  readonly empty: string
  /** Entries, oldest first, as the meeting has them. */
  readonly items: readonly { readonly id: string; readonly content: ReactNode }[]
}

/** How long a page of a list that needs several stays, in milliseconds. */
const PAGE_STAYS = 8_000

/**
 * A list, newest entry first. It flows into columns as wide as itself: what does not fit becomes a next page,
 * never half a line. Pages turn by themselves; a new entry brings the first one back. All entries stay in the
 * document for screen readers.
 */
export function PagedList({ name, empty, items }: Props) {
  const listRef = useRef<HTMLUListElement | null>(null)
  const [pages, setPages] = useState(1)
  const [turned, setTurned] = useState(0)
  const page = turned % pages
  const newest = items.at(-1)?.id

  useLayoutEffect(() => {
    const list = listRef.current
    if (list === null) return
    const count = () => {
      const gap = Number.parseFloat(getComputedStyle(list).columnGap)
      setPages(Math.max(1, Math.round((list.scrollWidth + gap) / (list.clientWidth + gap))))
    }
    count()
    const watcher = new ResizeObserver(count)
    watcher.observe(list)
    document.fonts.addEventListener('loadingdone', count)
    return () => {
      watcher.disconnect()
      document.fonts.removeEventListener('loadingdone', count)
    }
  }, [items])

  useEffect(() => {
    setTurned(0)
    if (pages === 1) return
    const timer = setInterval(() => setTurned((before) => before + 1), PAGE_STAYS)
    return () => clearInterval(timer)
  }, [pages, newest])

  useLayoutEffect(() => {
    const list = listRef.current
    if (list === null) return
    list.style.transform = `translateX(calc(${-page} * (100% + var(--page-gap))))`
    if (page > 0 || turned > 0) list.animate([{ opacity: 0 }, { opacity: 1 }], { duration: fade() })
  }, [page, turned])

  return (
    <section className="list">
      <h2>
        {name}
        <span className="list-count">{items.length > 0 && ` ${items.length}`}</span>
        {pages > 1 && (
          <span className="list-page">
            <span className="visually-hidden">page </span>
            {page + 1}/{pages}
          </span>
        )}
      </h2>
      <div className="list-window">
        {items.length === 0 && <p className="list-empty">{empty}</p>}
        <ul aria-label={name} ref={listRef}>
          {items.toReversed().map((item) => (
            <li key={item.id}>{item.content}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function fade(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180
}
