import type { ReactNode } from 'react'

import { onEntryKey } from '../meeting/entryKeys'

type RecordSectionProps<T> = {
  readonly title: string
  readonly items: readonly T[]
  readonly children: (item: T) => ReactNode
}

/** One list of the record; its rows can be corrected. */
export function RecordSection<T>({ title, items, children }: RecordSectionProps<T>) {
  return (
    <section className="record-section" aria-label={title}>
      <h2>
        {title} <span className="figures">{items.length}</span>
      </h2>
      {items.length === 0 ? (
        <p className="record-none">None.</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it
        <ul className="record-rows" aria-label={title} onKeyDown={(event) => onEntryKey(event)}>
          {items.map(children)}
        </ul>
      )}
    </section>
  )
}
