import { useEffect, useRef } from 'react'

import { digitOf, matchKey, type KeyCommand } from '../../shared/keys/match'
import { prompterKeys, type PrompterCommandId } from '../../shared/keys/prompter'

/** These controls have the keys that change them, and those that move in what they stand in. Any other has all keys. */
const SHARING = new Set(['checkbox', 'radio', 'range'])
const OWN_KEYS = /^( |Enter|Arrow.*|Page.*|Home|End)$/

/** Whether a key belongs to an input of this type while that has the focus; the others go on to the script. */
export function isOwnKey(type: string, key: string): boolean {
  return !SHARING.has(type) || OWN_KEYS.test(key)
}

/** Whether a single key belongs to the control that has the focus. */
function belongsToFocus({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  const control = target.closest('input, textarea, select, button, a, [contenteditable], [tabindex="0"]')
  return control !== null && (!(control instanceof HTMLInputElement) || isOwnKey(control.type, key))
}

const worksAnywhere = ({ typing = false, keys }: KeyCommand) =>
  typing || keys.some((key) => key.endsWith('Escape'))

/**
 * Runs a command for each of its keys pressed in this window. A held key goes on only where that makes sense.
 * `first` sees every key before, a digit as that, and says whether it took it.
 */
export function useKeys(run: (command: PrompterCommandId) => void, first: (key: string) => boolean): void {
  const latest = useRef({ run, first })
  useEffect(() => {
    latest.current = { run, first }
  }, [run, first])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (latest.current.first(digitOf(event) ?? event.key)) return event.preventDefault()
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
