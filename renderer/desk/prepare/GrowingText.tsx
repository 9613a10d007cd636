import './GrowingText.css'

import type { ComponentProps } from 'react'

import { LONGEST_TEXT } from '../../../shared/text'

type GrowingTextProps = Omit<ComponentProps<'textarea'>, 'value'> & {
  readonly value: string
  /** The lines it has at least. */
  readonly lines?: number
}

/** A text field as high as its text. */
export function GrowingText({ value, lines = 1, className, placeholder, ...rest }: GrowingTextProps) {
  const text = value === '' ? (placeholder ?? '') : value
  return (
    <div className="growing" data-text={text}>
      <textarea
        maxLength={LONGEST_TEXT}
        {...rest}
        {...(placeholder === undefined ? {} : { placeholder })}
        rows={lines}
        value={value}
        className={`input ${className ?? ''}`}
      />
    </div>
  )
}
