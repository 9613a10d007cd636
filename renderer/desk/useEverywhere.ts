import { useEffect, useState } from 'react'

import { everywhereKeys } from '../../shared/keys/everywhere'
import { matchKey } from '../../shared/keys/match'

/** What lies over the Desk: the command palette, the sheet of keys, or nothing. */
export type Over = 'palette' | 'keys' | null

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'button'].includes(target.type))
  )
}

/** Opens palette and sheet of keys by their keys, which work wherever no dialog is open. */
export function useEverywhere(): readonly [Over, (over: Over) => void] {
  const [over, setOver] = useState<Over>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = matchKey(event, everywhereKeys)
      if (command === null || document.querySelector('dialog[open]') !== null) return
      if (command.id === 'keys' && takesText(event.target)) return
      event.preventDefault()
      setOver(command.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return [over, setOver]
}
