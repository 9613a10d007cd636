import { formatClock } from '../../../shared/capture/due'

type Item = { readonly id: string; readonly at: string; readonly text: string }

type RecordSectionProps<T> = {
  readonly title: string
  readonly items: readonly T[]
  readonly timeZone: string
  /** What stands at the right of an item: who, until when, how it stands. */
  readonly more: (item: T) => string
}

/** One list of the record. */
export function RecordSection<T extends Item>({ title, items, timeZone, more }: RecordSectionProps<T>) {
  return (
    <section className="record-section" aria-label={title}>
      <h2>
        {title} <span className="figures">{items.length}</span>
      </h2>
      {items.length === 0 ? (
        <p className="record-none">None.</p>
      ) : (
        <ul className="record-rows">
          {items.map((item) => (
            <li key={item.id}>
              <time className="figures" dateTime={item.at}>
                {formatClock(item.at, timeZone)}
              </time>
              <span>{item.text}</span>
              <span className="record-more figures">{more(item)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
