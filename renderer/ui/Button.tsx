import './Button.css'

import type { ComponentProps, ReactNode } from 'react'

import { Keys } from './Keys'

type Look = 'primary' | 'plain' | 'quiet' | 'stop'

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: Look
  readonly small?: boolean
  readonly icon?: ReactNode
  /** The key that does the same, e.g. `Mod+Z`: shown small, and told to screen readers. */
  readonly keys?: string
}

/** A button that says what happens. Its accessible name is its words alone; icon and key stay out of it. */
export function Button({
  look = 'plain',
  small = false,
  icon,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button-${look}`, small ? 'button-small' : '', className ?? '']
  return (
    <button type="button" {...rest} className={classes.filter(Boolean).join(' ')}>
      {icon}
      <span>{children}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}
