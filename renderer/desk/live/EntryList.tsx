import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type UIEvent } from 'react'

/** Pixels from the end that still count as the end. */
const CLOSE = 8

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
  const atEnd = useRef(true)
  const [scrolls, setScrolls] = useState(false)

  const settle = useCallback(() => {
    const element = list.current
    if (element === null) return
    if (atEnd.current) element.scrollTop = element.scrollHeight
    setScrolls(element.scrollHeight > element.clientHeight)
  }, [])

  useLayoutEffect(() => {
    atEnd.current = true
    settle()
  }, [items.length, settle])

  useEffect(() => {
    fresh.current = true
    if (list.current === null) return undefined
    const watch = new ResizeObserver(settle)
    watch.observe(list.current)
    return () => watch.disconnect()
  }, [settle])

  function onScroll({ currentTarget }: UIEvent<HTMLUListElement>) {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget
    atEnd.current = scrollHeight - scrollTop - clientHeight < CLOSE
  }

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
      <ul className="list-items" aria-label={name} ref={list} onScroll={onScroll} tabIndex={scrolls ? 0 : undefined}>
        {items.map((item) => children(item, fresh.current))}
      </ul>
    </section>
  )
}
