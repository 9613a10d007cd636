import { useEffect, useRef } from 'react'

import { matchKey, type KeyCommand } from '../../shared/keys/match'
import { prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'

/** Keys that change these controls; the others go on to the script. Any other control has all of them. */
const OWN_KEYS: Readonly<Record<string, RegExp>> = {
  checkbox: /^( |Enter)$/,
  radio: /^( |Enter|Arrow.*)$/,
  range: /^( |Enter|Arrow.*|Page.*|Home|End)$/,
}

/** Whether a single key belongs to the control that has the focus. */
function belongsToFocus({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  const control = target.closest('input, textarea, select, button, a, [contenteditable], [tabindex="0"]')
  const own = control instanceof HTMLInputElement ? OWN_KEYS[control.type] : undefined
  return control !== null && (own === undefined || own.test(key))
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
      if (command === null || (!worksAnywhere(command) && belongsToFocus(event))) return
      event.preventDefault()
      if (event.repeat && !command.repeats) return
      latest.current.run(command.id)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
