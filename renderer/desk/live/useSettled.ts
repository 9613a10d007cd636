import { useEffect, useRef, useState } from 'react'

/** How long a choice must stand before it is saved: longer than type-ahead and arrow keys take. */
const SETTLES = 400

/** A choice as it stands on the screen, and the ways to change it and to save it at once. */
export type Settled<T> = {
  readonly value: T
  readonly choose: (value: T) => void
  readonly settle: () => void
}

/**
 * A choice that is shown at once and saved once: after it has stood for a moment, when its control is left, or when
 * it leaves the screen. It stays as chosen while it is being saved; refused, it goes back to what is stored.
 */
export function useSettled<T>(stored: T, save: (value: T) => Promise<unknown>): Settled<T> {
  const [chosen, setChosen] = useState<{ readonly value: T } | null>(null)
  const waiting = useRef<{ readonly value: T } | null>(null)
  const timer = useRef(0)
  const latest = useRef({ stored, save })
  useEffect(() => {
    latest.current = { stored, save }
  })

  async function saveNext(next: { readonly value: T }) {
    await latest.current.save(next.value)
    setChosen((now) => (now === next ? null : now))
  }

  function settle() {
    window.clearTimeout(timer.current)
    const next = waiting.current
    waiting.current = null
    if (next === null) return
    if (Object.is(next.value, latest.current.stored)) setChosen((now) => (now === next ? null : now))
    else void saveNext(next)
  }

  const leave = useRef(settle)
  useEffect(() => {
    leave.current = settle
  })
  useEffect(() => () => leave.current(), [])

  return {
    value: chosen === null ? stored : chosen.value,
    choose: (value) => {
      const next = { value }
      waiting.current = next
      setChosen(next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(settle, SETTLES)
    },
    settle,
  }
}
