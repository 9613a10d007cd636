import './Field.css'

import { useId, type ComponentProps, type ReactNode } from 'react'

type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly className?: string
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
  }) => ReactNode
}

/** A label above a control, and below it what helps to fill it in. */
export function Field({ label, hint, className, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className={`field ${className ?? ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint === undefined ? undefined : hintId })}
      {hint !== undefined && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'children'> & {
  readonly label: string
  readonly hint?: ReactNode
}

/** One line of text with its label. */
export function TextField({ label, hint, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} {...(className === undefined ? {} : { className })}>
      {(ids) => <input type="text" autoComplete="off" {...input} {...ids} className="input" />}
    </Field>
  )
}
