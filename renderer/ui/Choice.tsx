import './Checkbox.css'

import { useId, type ReactNode } from 'react'

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChoose: () => void
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly first?: boolean
}

/** One of several to choose from, with its words at the right. */
export function Choice({
  name,
  label,
  checked,
  onChoose,
  hint,
  disabled = false,
  first = false,
}: ChoiceProps) {
  const id = useId()
  return (
    <div className="checkbox">
      <input
        type="radio"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        data-first={first ? '' : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={onChoose}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
