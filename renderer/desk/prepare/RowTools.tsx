import { ArrowDown, ArrowUp, Pencil } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'

import { ariaShortcut } from '../../ui/Keys'

const STEP: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** Where Alt with an arrow moves the item that has the focus, or null for any other key. */
export function stepOf(event: KeyboardEvent): -1 | 1 | null {
  const step = event.altKey && !event.ctrlKey && !event.metaKey ? STEP[event.key] : undefined
  return step ?? null
}

type RowToolsProps = {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (step: -1 | 1) => void
  /** The edit button: its id, so the focus finds it again, and what it does. */
  readonly edit?: { readonly id: string; readonly run: () => void }
  readonly children?: ReactNode
}

/** What can be done with an item of a list: edit it, move it up or down. */
export function RowTools({ name, first, last, onMove, edit, children }: RowToolsProps) {
  const move = (step: -1 | 1, off: boolean) => {
    const way = step < 0 ? 'up' : 'down'
    const keys = step < 0 ? 'Alt+Up' : 'Alt+Down'
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={`Move ${name} ${way}`}
        aria-disabled={off}
        aria-keyshortcuts={ariaShortcut([keys.replace('+', '+Arrow')])}
        title={`Move ${way} (Alt ${step < 0 ? '↑' : '↓'})`}
        onClick={() => {
          if (!off) onMove(step)
        }}
      >
        {step < 0 ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
      </button>
    )
  }
  return (
    <div className="row-tools">
      <span className="row-tools-move">
        {move(-1, first)}
        {move(1, last)}
      </span>
      {edit !== undefined && (
        <button
          type="button"
          className="icon-button"
          id={edit.id}
          aria-label={`Edit ${name}`}
          title="Edit"
          onClick={edit.run}
        >
          <Pencil size={14} aria-hidden />
        </button>
      )}
      {children}
    </div>
  )
}
