import { useLayoutEffect, useRef, type ReactNode } from 'react'

import { PageCount } from './PageCount'
import { usePages } from './usePages'

export type PagedItem = {
  readonly id: string
  /** Changes with what the item says. */
  readonly stamp: string
  readonly content: ReactNode
}

type Props = {
  readonly name: string
  readonly className?: string
  readonly empty?: string
  readonly items: readonly PagedItem[]
  readonly still: boolean
  readonly ordered?: boolean
  readonly counted?: boolean
  /** The item to be in sight, where that is another than the one that changed last. */
  readonly current?: string | null
}

/**
 * A list in the order it is given. What does not fit becomes a next page; an item that is new or changed is
 * shown at once. All items stay in the document for screen readers.
 */
export function PagedList({
  name,
  className = '',
  empty,
  items,
  still,
  ordered = false,
  counted = false,
  current,
}: Props) {
  const listRef = useRef<HTMLElement | null>(null)
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  const stamp = JSON.stringify([current ?? null, ...items.map((item) => [item.id, item.stamp])])

  function goal(): HTMLElement | null {
    const before = known.current
    const changed = before === null ? -1 : items.findIndex((item) => before.get(item.id) !== item.stamp)
    const at = current === undefined ? changed : items.findIndex((item) => item.id === current)
    const row = listRef.current?.children[at]
    return row instanceof HTMLElement ? row : null
  }
  const { page, pages } = usePages(listRef, { stamp, still, goal })
  useLayoutEffect(() => {
    known.current = new Map(items.map((item) => [item.id, item.stamp]))
  }, [items])

  const List = ordered ? 'ol' : 'ul'
  return (
    <section className={`list ${className}`}>
      <h2>
        {name}
        {counted && items.length > 0 && <span className="list-count"> {items.length}</span>}
        <PageCount page={page} pages={pages} />
      </h2>
      <div className="list-window">
        {items.length === 0 && empty !== undefined && <p className="list-empty">{empty}</p>}
        <List
          aria-label={name}
          ref={(element: HTMLElement | null) => {
            listRef.current = element
          }}
        >
          {items.map((item) => (
            <li key={item.id} aria-current={item.id === current ? 'step' : undefined}>
              {item.content}
            </li>
          ))}
        </List>
      </div>
    </section>
  )
}
