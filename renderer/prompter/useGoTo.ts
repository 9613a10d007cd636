import { useEffect, useState } from 'react'

import { typeNumber } from './goTo'

/** A number nobody goes on with is forgotten after so long, in milliseconds. */
const FORGOTTEN = 8_000

type GoTo = {
  /** The digits typed so far, or null while no number is asked for. */
  readonly digits: string | null
  readonly open: () => void
  readonly close: () => void
  /** Takes a key while a number is typed; says whether it did. */
  readonly take: (key: string) => boolean
}

/** The number of a cue being typed after `G`. */
export function useGoTo(go: (number: number) => void): GoTo {
  const [digits, setDigits] = useState<string | null>(null)
  const close = () => setDigits(null)

  useEffect(() => {
    if (digits === null) return
    const timer = setTimeout(() => setDigits(null), FORGOTTEN)
    return () => clearTimeout(timer)
  }, [digits])

  function take(key: string): boolean {
    if (digits === null || key === 'Shift') return false
    const typed = typeNumber(digits, key)
    setDigits(typed.is === 'digits' ? typed.digits : null)
    if (typed.is === 'go') go(typed.number)
    return typed.is !== 'done' || key === 'Escape' || key === 'Enter' || key === 'Backspace'
  }

  return { digits, open: () => setDigits(''), close, take }
}
