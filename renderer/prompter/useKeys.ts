import { useEffect, useRef } from 'react'

import { matchKey } from '../../shared/keys/match'
import { prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'

/** Whether the focus is where single keys belong to the control that has it. */
function belongsToFocus(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, button, a, [contenteditable]') !== null
  )
}

/** Runs a command for each of its keys pressed in this window. A held key goes on only where that makes sense. */
export function useKeys(run: (command: PrompterCommandId) => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  }, [run])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = matchKey(event, prompterKeys)
      if (command === null) return
      if (event.key !== 'Escape' && belongsToFocus(event.target)) return
      event.preventDefault()
      if (event.repeat && !command.repeats) return
      latest.current(command.id)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
