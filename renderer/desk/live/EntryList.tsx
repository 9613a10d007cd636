import {
  memo,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type UIEvent,
} from 'react'

import { useReachableScroll } from '../../ui/useReachableScroll'
import { onEntryKey } from '../meeting/entryKeys'
import { SetSize, type Place } from './EntryItem'
import { useSection } from './useSection'

/** Pixels from the end that still count as the end. */
const CLOSE = 8

type Entry = { readonly id: string; readonly text: string }

type EntryListProps<T> = {
  readonly name: string
  readonly area: string
  /** What to type first in the capture line so that an entry comes here. */
  readonly prefix?: string
  /** What to do while there is nothing in it. */
  readonly hint: string
  readonly items: readonly T[]
  /** Moves an entry of the list by so many places. */
  readonly onMove?: (items: readonly Entry[], id: string, by: 1 | -1) => void
  /** `fresh` says that the list was already on the screen, so what comes now may be seen arriving. */
  readonly children: (item: T, fresh: boolean, place: Place) => ReactNode
}

function EntryListOf<T extends Entry>({
  name,
  area,
  prefix,
  hint,
  items,
  onMove,
  children,
}: EntryListProps<T>) {
  const titleId = useId()
  const list = useRef<HTMLUListElement>(null)
  const atEnd = useRef(true)
  const [before] = useState(items.length)
  const { from, to, before: above, after: below, partial, look } = useSection(list, items.length)
  useReachableScroll(list)

  useLayoutEffect(() => {
    if (list.current === null || items.length === 0) return
    atEnd.current = true
    list.current.scrollTop = list.current.scrollHeight
    look()
  }, [items.length, look])

  useLayoutEffect(() => {
    if (list.current !== null && partial && atEnd.current) list.current.scrollTop = list.current.scrollHeight
  })

  useEffect(() => {
    const element = list.current
    if (element === null) return undefined
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  function onScroll({ currentTarget }: UIEvent<HTMLUListElement>) {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget
    atEnd.current = scrollHeight - scrollTop - clientHeight < CLOSE
    look()
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
      {items.length === 0 && <p className="list-hint">{hint}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it */}
      <ul
        className="list-items"
        aria-label={name}
        ref={list}
        onScroll={onScroll}
        onKeyDown={(event) => onEntryKey(event, (id, by) => onMove?.(items, id, by))}
      >
        {above > 0 && <li role="presentation" style={{ height: above }} />}
        <SetSize value={partial ? items.length : undefined}>
          {items.slice(from, to).map((item, index) => {
            const place = partial ? { 'aria-posinset': from + index + 1 } : {}
            return children(item, from + index >= before, place)
          })}
        </SetSize>
        {below > 0 && <li role="presentation" style={{ height: below }} />}
      </ul>
    </section>
  )
}

/**
 * One kind of entry: newest at the bottom and in sight, unless somebody has scrolled away from it. It is drawn anew
 * only when something of it has changed: most captures are of another kind.
 */
export const EntryList = memo(EntryListOf) as typeof EntryListOf
