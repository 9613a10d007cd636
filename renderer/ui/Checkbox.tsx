import './Checkbox.css'

import { useId, useState, type ReactNode } from 'react'

type CheckboxProps = {
  readonly label: string
  readonly checked: boolean
  /** May take a while, e.g. until it is on the disk: the box keeps what was chosen meanwhile. */
  readonly onChange: (checked: boolean) => unknown
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

/** A box to tick, with its words at the right. */
export function Checkbox({ label, checked, onChange, hint, disabled = false }: CheckboxProps) {
  const id = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)

  async function choose(next: boolean) {
    setChosen(next)
    await onChange(next)
    setChosen(null)
  }

  return (
    <div className="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={chosen ?? checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => void choose(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
