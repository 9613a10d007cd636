import './closing.css'

import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'

type PartProps = {
  readonly title: string
  /** What stands beside the title: how many, or that nothing is left. */
  readonly note?: string
  readonly done: boolean
  readonly children?: ReactNode
}

/** One part of the closing walk: settled ones are one line, with a tick and the word. */
export function Part({ title, note, done, children }: PartProps) {
  const id = useId()
  return (
    <section className="closing-part" aria-labelledby={id}>
      <div className="closing-head">
        <h3 id={id}>{title}</h3>
        {note !== undefined && (
          <p className="closing-note" data-done={done}>
            {done && <Check size={14} aria-hidden />}
            {note}
          </p>
        )}
      </div>
      {children}
    </section>
  )
}
