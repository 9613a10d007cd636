import type { KeyboardEvent } from 'react'

import type { CaptureField } from './useCaptureField'

type CaptureInputProps = {
  readonly field: CaptureField
  readonly placeholder?: string
  readonly shortcut?: string
}

/** The text box of a capture line. A key that means something in it means nothing else in the window. */
export function CaptureInput({ field, placeholder, shortcut }: CaptureInputProps) {
  const { id, input, capture, state, choosing, paste } = field
  const { asked, active } = choosing

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    field.onKeyDown(event)
    if (event.defaultPrevented) event.stopPropagation()
  }

  return (
    <input
      ref={input}
      id={id}
      type="text"
      autoComplete="off"
      autoCapitalize="none"
      placeholder={placeholder}
      value={state.line}
      aria-invalid={state.refusal !== null}
      aria-describedby={`${id}-reading`}
      aria-keyshortcuts={shortcut}
      aria-autocomplete="list"
      aria-controls={asked === null ? undefined : `${id}-people`}
      aria-activedescendant={asked === null || active < 0 ? undefined : `${id}-people-${active}`}
      data-begin=""
      onChange={(event) => capture.type(event.target.value)}
      onSelect={choosing.followCaret}
      onKeyDown={onKeyDown}
      onPaste={paste.onPaste}
      onDrop={paste.onDrop}
    />
  )
}
