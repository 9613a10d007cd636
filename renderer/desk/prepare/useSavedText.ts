import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import type { Result } from '../../../shared/result'

/** A text field that saves itself: its props, what is typed and not yet saved, and why it was refused. */
export type SavedText = {
  readonly typed: string | null
  readonly refusal: string | null
  /** Saves now; says whether what was typed is taken. */
  readonly settle: () => Promise<boolean>
  readonly input: {
    readonly value: string
    readonly onChange: (event: { readonly target: { readonly value: string } }) => void
    readonly onBlur: () => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

/**
 * Saves what was typed when the field is left, on Enter, and when it goes away. A refused text stays as it was
 * typed; Escape goes back to what is saved.
 */
export function useSavedText(saved: string, save: (text: string) => Promise<Result<unknown>>): SavedText {
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const sending = useRef<string | null>(null)
  const dropped = useRef(false)

  async function settle(): Promise<boolean> {
    if (dropped.current) return true
    if (typed === null || sending.current === typed) return refusal === null
    if (typed.trim() === saved) {
      setTyped(null)
      setRefusal(null)
      return true
    }
    sending.current = typed
    const answer = await save(typed)
    sending.current = null
    setRefusal(answer.ok ? null : answer.refusal.sentence)
    if (answer.ok) setTyped((now) => (now === typed ? null : now))
    return answer.ok
  }

  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => () => void latest.current(), [])

  return {
    typed,
    refusal,
    settle,
    input: {
      value: typed ?? saved,
      onChange: (event) => {
        dropped.current = false
        setTyped(event.target.value)
        setRefusal(null)
      },
      onBlur: () => void settle(),
      onKeyDown: (event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          void settle()
        } else if (event.key === 'Escape') {
          dropped.current = true
          setTyped(null)
          setRefusal(null)
        }
      },
    },
  }
}
