import { createContext, use, useState, type ReactNode } from 'react'

/** Where an entry stands, counted from 1, in a list of which only a section is on the page. */
export type Place = { readonly 'aria-posinset'?: number }

/** How many entries the list has of which only a section is on the page: each capture changes it, and no row. */
export const SetSize = createContext<number | undefined>(undefined)

type EntryItemProps = Place & { readonly id: string; readonly fresh: boolean; readonly children: ReactNode }

/** The place of one entry in its list. */
export function EntryItem({ id, fresh, children, ...place }: EntryItemProps) {
  const [arrives] = useState(fresh)
  const size = use(SetSize)
  return (
    <li className={arrives ? 'entry entry-arrives' : 'entry'} data-entry={id} aria-setsize={size} {...place}>
      {children}
    </li>
  )
}
