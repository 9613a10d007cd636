import { useEffect, useRef } from 'react'

import { matchKey, type KeyCommand } from '../../shared/keys/match'
import { prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'

/** Whether the focus is where single keys belong to the control that has it. */
function belongsToFocus(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, button, a, [contenteditable], [tabindex="0"]') !== null
  )
}

const worksAnywhere = ({ typing = false, keys }: KeyCommand) =>
  typing || keys.some((key) => key.endsWith('Escape'))

/**
 * Runs a command for each of its keys pressed in this window. A held key goes on only where that makes sense.
 * `first` sees every key before, and says whether it took it.
 */
export function useKeys(run: (command: PrompterCommandId) => void, first: (key: string) => boolean): void {
  const latest = useRef({ run, first })
  useEffect(() => {
    latest.current = { run, first }
  }, [run, first])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (latest.current.first(event.key)) return event.preventDefault()
      const command = matchKey(event, prompterKeys)
      if (command === null || (!worksAnywhere(command) && belongsToFocus(event.target))) return
      event.preventDefault()
      if (event.repeat && !command.repeats) return
      latest.current.run(command.id)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
