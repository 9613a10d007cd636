import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

type EntryListProps<T> = {
  readonly name: string
  readonly area: string
  /** What to type first in the capture line so that an entry comes here. */
  readonly prefix?: string
  readonly items: readonly T[]
  /** `fresh` says that the list was already on the screen, so what comes now may be seen arriving. */
  readonly children: (item: T, fresh: boolean) => ReactNode
}

/** One kind of entry: newest at the bottom and in sight; a list that scrolls can be reached by key. */
export function EntryList<T>({ name, area, prefix, items, children }: EntryListProps<T>) {
  const titleId = useId()
  const list = useRef<HTMLUListElement>(null)
  const fresh = useRef(false)
  const [scrolls, setScrolls] = useState(false)

  useLayoutEffect(() => {
    const element = list.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [items.length])

  useEffect(() => {
    fresh.current = true
    const element = list.current
    if (element === null) return undefined
    const watch = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const element = list.current
    if (element !== null) setScrolls(element.scrollHeight > element.clientHeight)
  }, [items.length])

  return (
    <section className={`list list-${area}`} aria-labelledby={titleId}>
      <div className="list-head">
        <h2 className="list-title" id={titleId}>
          {name}
        </h2>
        <span className="list-count figures">{items.length}</span>
        {prefix !== undefined && (
          <kbd className="keys list-prefix" aria-hidden="true">
            {prefix}
          </kbd>
        )}
      </div>
      <ul className="list-items" aria-label={name} ref={list} tabIndex={scrolls ? 0 : undefined}>
        {items.map((item) => children(item, fresh.current))}
      </ul>
    </section>
  )
}
