import { useRef, useState } from 'react'

import { Checkbox } from '../../../ui/Checkbox'
import { useReachableScroll } from '../../../ui/useReachableScroll'
import { Part } from '../../live/closing/Part'
import type { CapturedLine } from './captures'

type LeaveOutProps = {
  readonly lines: readonly CapturedLine[]
  readonly leftOut: ReadonlySet<string>
  readonly onChange: (leftOut: ReadonlySet<string>) => void
}

/** With more entries than this, they can be searched. */
const FEW = 8

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Captured entries to leave out of the revision; the record says how many, not which. */
export function LeaveOut({ lines, leftOut, onChange }: LeaveOutProps) {
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLUListElement>(null)
  useReachableScroll(list)
  const words = fold(wanted).split(/\s+/)
  const shown = lines.filter(({ kind, text }) =>
    words.every((word) => fold(`${kind} ${text}`).includes(word)),
  )

  function toggle(id: string, out: boolean) {
    const next = new Set(leftOut)
    if (out) next.add(id)
    else next.delete(id)
    onChange(next)
  }

  if (lines.length === 0) return null
  return (
    <Part title="Left out" note={leftOut.size === 0 ? 'Nothing' : String(leftOut.size)} done={false}>
      <details className="leave-out">
        <summary>Leave entries out of this revision…</summary>
        <p className="field-hint">
          The record says how many entries were left out, but not which. Your meeting keeps them.
        </p>
        {lines.length > FEW && (
          <input
            type="search"
            className="input"
            aria-label="Search entries"
            placeholder="Search entries"
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        )}
        <ul aria-label="Entries to leave out" ref={list}>
          {shown.map(({ id, kind, text }) => (
            <li key={id}>
              <Checkbox
                label={`${kind}: ${text}`}
                checked={leftOut.has(id)}
                onChange={(out) => toggle(id, out)}
              />
            </li>
          ))}
        </ul>
        {shown.length === 0 && <output className="field-hint">No entry has these words.</output>}
      </details>
    </Part>
  )
}
