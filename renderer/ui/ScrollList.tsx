import { useRef, type ReactNode } from 'react'

import { useReachableScroll } from './useReachableScroll'

type ScrollListProps = { readonly label: string; readonly className: string; readonly children: ReactNode }

/** A list that scrolls where it does not fit, by key too. */
export function ScrollList({ label, className, children }: ScrollListProps) {
  const list = useRef<HTMLUListElement>(null)
  useReachableScroll(list)
  return (
    <ul className={className} aria-label={label} ref={list}>
      {children}
    </ul>
  )
}
