import './fields.css'

import { useId, type ReactNode } from 'react'

import { LONGEST_LINE } from '../../../shared/text'
import { Refused } from '../../ui/Notice'
import { GrowingText } from './GrowingText'

type Ids = {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

type LabelledProps = {
  /** The control's id, where something else has to find it. */
  readonly id?: string
  readonly label: string
  readonly hint?: ReactNode
  /** Why what was typed here was not taken; null while there is nothing to say. */
  readonly refusal?: string | null
  readonly children: (ids: Ids) => ReactNode
}

/** A label above a control; below it what helps to fill it in, and why it was refused. */
export function Labelled({ id: wanted, label, hint, refusal = null, children }: LabelledProps) {
  const own = useId()
  const id = wanted ?? own
  const described = [hint === undefined ? '' : `${id}-hint`, refusal === null ? '' : `${id}-refusal`].filter(
    Boolean,
  )
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': refusal !== null,
        'aria-describedby': described.join(' ') || undefined,
      })}
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {refusal !== null && <Refused id={`${id}-refusal`}>{refusal}</Refused>}
    </div>
  )
}

type TextProps = Omit<LabelledProps, 'children'> & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

/** One line of text. */
export function Line({ value, onChange, placeholder, ...labelled }: TextProps) {
  return (
    <Labelled {...labelled}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autoComplete="off"
          className="input"
          maxLength={LONGEST_LINE}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  )
}

/** A text of some lines. */
export function Lines({ value, onChange, lines = 2, ...labelled }: TextProps & { readonly lines?: number }) {
  return (
    <Labelled {...labelled}>
      {(ids) => (
        <GrowingText
          {...ids}
          lines={lines}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  )
}

type ChoiceProps = Omit<TextProps, 'placeholder'> & {
  readonly options: readonly (readonly [value: string, words: string])[]
}

/** One of a few. */
export function Choice({ value, onChange, options, ...labelled }: ChoiceProps) {
  return (
    <Labelled {...labelled}>
      {(ids) => (
        <select {...ids} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
