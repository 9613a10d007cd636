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
  const newest = items.at(-1)?.id
  const [pages, setPages] = useState(1)
  const [turns, setTurns] = useState({ newest, count: 0 })
  const page = turns.newest === newest ? turns.count % pages : 0

  useLayoutEffect(() => {
    const list = listRef.current
    if (list === null) return
    const count = () => {
      const gap = Number.parseFloat(getComputedStyle(list).columnGap)
      setPages(Math.max(1, Math.round((list.scrollWidth + gap) / (list.clientWidth + gap))))
    }
    count()
    const sizes = new ResizeObserver(count)
    sizes.observe(list)
    const entries = new MutationObserver(count)
    entries.observe(list, { childList: true, characterData: true, subtree: true })
    document.fonts.addEventListener('loadingdone', count)
    return () => {
      sizes.disconnect()
      entries.disconnect()
      document.fonts.removeEventListener('loadingdone', count)
    }
  }, [])

  useEffect(() => {
    if (pages === 1) return
    const turn = () =>
      setTurns((before) => ({ newest, count: before.newest === newest ? before.count + 1 : 1 }))
    const timer = setInterval(turn, PAGE_STAYS)
    return () => clearInterval(timer)
  }, [pages, newest])

  useLayoutEffect(() => {
    const list = listRef.current
    if (list === null) return
    const goal = `translateX(calc(${-page} * (100% + var(--page-gap))))`
    const turned = list.style.transform !== ''
    list.style.transform = goal
    if (turned) list.animate([{ opacity: 0 }, { opacity: 1 }], { duration: fade() })
  }, [page])

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
